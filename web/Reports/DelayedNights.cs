using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>
/// Delayed transfers, counted at the midnight with which each day begins: people who were declared medically optimised on an
/// earlier day, still were so, and had not left. One delayed day is one such midnight of one person. A withdrawn period counts up
/// to its withdrawal; a cancelled period or admission counts nowhere; after a cancelled discharge the person counts as not having
/// left. Late records count when they happened. Nobody counts twice at one midnight, however many of their stays cover it.
/// </summary>
internal static class DelayedNights
{
    public const string Here = "here";
    public const string Elsewhere = "elsewhere";

    public static IEnumerable<Counted> Of(KnownFacts facts, ReportQuestion question) =>
        Of(facts.Here, Here, question).Concat(Of(facts.Elsewhere, Elsewhere, question));

    private static IEnumerable<Counted> Of(IReadOnlyList<StayHistory> stays, string set, ReportQuestion question) => Nights(stays, question).Select(night =>
    {
        var reason = night.Stay.ReasonAt(night.Midnight, night.Day);
        return night.Counted(CodeOf(reason), OwnerOf(reason), set);
    });

    /// <summary>Each midnight at which somebody was delayed.</summary>
    public static IEnumerable<DelayedNight> Nights(IReadOnlyList<StayHistory> stays, ReportQuestion question)
    {
        var people = new PersonDays(stays);
        var midnights = question.Days.Select(day => (Day: day, At: LocalDay.StartOf(day))).TakeWhile(midnight => midnight.At <= question.Now).ToArray();
        foreach (var stay in stays.Where(stay => stay.Optimised.Length > 0 && midnights.Length > 0 && !(stay.Left <= midnights[0].At)))
        {
            var counted = people.Of(stay);
            var first = stay.Optimised.Min(period => LocalDay.Of(period.From)).DayNumber + 1 - question.From.DayNumber;
            foreach (var (day, at) in midnights.Skip(first).TakeWhile(midnight => !(stay.Left <= midnight.At)))
            {
                if (Covering(stay, at) is { } period && stay.WardAt(at) is var ward && question.Covers(ward.Place) && counted?.Add(day) != false)
                {
                    yield return new(stay, day, at, ward, period);
                }
            }
        }
    }

    /// <summary>
    /// The period that covers a midnight and began on an earlier day. If late declarations make several, the last one declared
    /// counts.
    /// </summary>
    public static OptimisedPeriod? Covering(StayHistory stay, DateTimeOffset midnight) =>
        stay.Optimised.LastOrDefault(period => period.From < midnight && !(period.End <= midnight));

    private static string CodeOf(PrimaryReason? reason) => reason?.Reason is { } code ? Codes.Of(code) : ReportWords.NotRecorded;

    private static string OwnerOf(PrimaryReason? reason) => reason is null ? ReportWords.NotRecorded : Codes.Of(reason.Owner);
}

/// <summary>One midnight at which a person was delayed.</summary>
/// <param name="Day">The day that begins with it.</param>
/// <param name="Ward">Where the person was.</param>
internal readonly record struct DelayedNight(StayHistory Stay, DateOnly Day, DateTimeOffset Midnight, WardSpell Ward, OptimisedPeriod Period)
{
    public Counted Counted(string code, string owner, string set) =>
        new(Day, Ward.Site, Ward.Place, code, owner, set, Stay.Reference, Period.From, Stay.LeftFrom(Ward));
}
