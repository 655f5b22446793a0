using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Offers;

/// <summary>The places that were offered in a stay, and the letters of the choice policy. They move with the person from ward to ward and end with the stay.</summary>
/// <param name="All">In the order they were offered.</param>
/// <param name="Letters">In the order they were given.</param>
[GenerateSerializer, Alias("board.offered-places"), Immutable]
public sealed record OfferedPlaces([Id(0)] ImmutableArray<Offer> All, [Id(1)] ImmutableArray<GivenLetter> Letters)
{
    /// <summary>Keeps a stay's state small.</summary>
    public const int Most = 50;

    public static OfferedPlaces Empty { get; } = new([], []);

    /// <summary>The offer from which the days of the choice policy count; an interim place is one too. Null if there is none.</summary>
    [JsonIgnore]
    public Offer? FirstSuitable => All.FirstOrDefault(offer => offer.IsSuitable);

    [JsonIgnore]
    public WaitsOn WaitsOn => All.Any(offer => offer.IsAccepted) ? WaitsOn.Place : All.Any(offer => offer.Stands) ? WaitsOn.Choice : WaitsOn.Capacity;

    /// <summary>What delays a person who waits for the family's choice; null if they do not.</summary>
    internal DelayCause? Delaying => WaitsOn == WaitsOn.Choice && All.First(offer => offer.Stands) is var first
        ? new(DelayReason.Choice, first.Made.At, Offer: first.Id)
        : null;

    public Offer? Find(string? id) => All.FirstOrDefault(offer => offer.Id == id);

    public GivenLetter? Given(ChoiceLetter letter) => Letters.FirstOrDefault(given => given.Letter == letter);

    internal OfferedPlaces Apply(OfferEvent happened, Stamp stamp) => happened switch
    {
        PlaceOffered e => this with { All = All.Add(new(e.Id, e.Place, e.Type, e.IsInterim, e.Fees, stamp)) },
        OfferAnswered e => Change(e.Id, offer => offer with { Answer = new(e.Answer, e.Reason, e.Note, e.SeeOn, stamp) }),
        OfferWithdrawn e => Change(e.Id, offer => offer with { Withdrawn = new(e.Reason, e.Note, stamp) }),
        ChoiceLetterGiven e => this with { Letters = Letters.RemoveAll(given => given.Letter == e.Letter).Add(new(e.Letter, e.On, stamp)) },
        _ => this,
    };

    private OfferedPlaces Change(string id, Func<Offer, Offer> change) => this with { All = [.. All.Select(offer => offer.Id == id ? change(offer) : offer)] };
}
