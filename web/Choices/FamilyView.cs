using System.Globalization;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Ui;

namespace CapacityBoard.Choices;

/// <summary>
/// A choice list for the person and family: at most two sheets, in large type, without the hospital's reference.
/// </summary>
internal sealed record FamilyView(ChoiceList List)
{
    /// <summary>The number that fits on two sheets of A4 in large type, with long names and addresses.</summary>
    public const int MostPlaces = 10;

    /// <summary>A place that keeps a bed for the person comes first.</summary>
    public IReadOnlyList<ListedSite> Places => [.. List.Listed().OrderBy(site => site.Held is null).Take(MostPlaces)];

    public int Others => List.Listed().Count() - Places.Count;

    /// <summary>The full day and time, because the sheet is read on other days.</summary>
    public string Made => WordsOf(List.At);

    public static string WordsOf(DateTimeOffset at) => LocalTime.Text(at, "d MMMM yyyy 'at' HH:mm");

    public static string DayOf(DateTimeOffset at) => LocalTime.Text(at, "d MMMM yyyy");

    public static string Address(SiteDetails details) => string.Join(", ", new[] { details.Address, details.Postcode }.OfType<string>());

    public static string Offers(ListedSite site) =>
        string.Join(", ", site.Details.Services.Concat(site.Beds.Select(beds => $"{BedWords.Noun(beds.Type, 2)}"))).AsSentence();

    public static string Free(ListedSite site)
    {
        if (site.Held is { } held)
        {
            return $"A bed is kept here for you until {WordsOf(held.Until)}";
        }

        var free = site.Beds.Where(beds => beds.Free > 0).Select(beds => BedWords.Of(beds.Type, beds.Free)).ToList();
        var expected = site.Beds.Where(beds => !beds.Expected.IsEmpty)
            .Select(beds => $"{BedWords.Of(beds.Type, beds.Expected.Length)} expected on {LocalDay.ToLocal(beds.Expected[0]).ToString("d MMMM", CultureInfo.InvariantCulture)}").ToList();
        return (free.Count, expected.Count) switch
        {
            (0, 0) => "Nothing free at the moment",
            (0, _) => string.Join(", ", expected).AsSentence(),
            _ => $"Free: {string.Join(", ", free.Concat(expected))}",
        };
    }

    public static string Rating(SiteDetails details) => details.Rating == CqcRating.NotRated ? "No CQC rating" : $"CQC rating: {Labels.Of(details.Rating)}";

    public static string Distance(ListedSite site, Place? near) => site.Kilometres is { } kilometres
        ? $"{Miles.Words(kilometres)} from {near!.Name}"
        : "";
}
