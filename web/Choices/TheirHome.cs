using CapacityBoard.Residences;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Choices;

/// <summary>The usual residence at the top of a person's choice list, since they go back to it or it can support them as before.</summary>
/// <param name="Name">The care home's name, or that of the provider of care in the person's own home.</param>
/// <param name="Answer">What the place says about the return; null before it has answered.</param>
/// <param name="KeptUntil">The last day on which their bed or package is kept; null if the place has not said.</param>
/// <param name="Answered">When it answered, and who.</param>
public sealed record TheirHome(SiteKey Site, string Name, string? Telephone, bool IsOpen, ReturnAnswer? Answer, DateOnly? KeptUntil, Stamp? Answered)
{
    /// <summary>Null if the person has none, or does not go back to it.</summary>
    /// <param name="from">The ward or unit where the person is.</param>
    /// <param name="sites">Where the residence is found if it is on the board.</param>
    public static TheirHome? Of(SiteKey from, Stay stay, IEnumerable<Site> sites) =>
        PersonsResidence.Of(from, stay, key => sites.FirstOrDefault(site => site.Key == key)) is { IsOffered: true } residence ? Of(residence) : null;

    /// <summary>The same without who answered, for readers who may not see them.</summary>
    public TheirHome WithoutWords() => this with { Answered = Answered?.WithoutName() };

    private static TheirHome Of(PersonsResidence residence) => new(
        residence.Key,
        ReturnWords.Name(residence),
        residence.Place?.Details?.Telephone,
        residence.Standing is not (ReturnStanding.Closed or ReturnStanding.NotOnTheBoard),
        residence.Word?.Answer,
        residence.Word?.KeptUntil,
        residence.Word?.Given);
}
