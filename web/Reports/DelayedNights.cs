using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>
/// Delayed transfers, counted at the midnight with which each day begins: a person counts who had been declared medically
/// optimised on an earlier day, was so still, and had not left. One delayed day is one such midnight of one person. A period
/// that was withdrawn counts up to its withdrawal; one that was cancelled, and an admission that was, count nowhere; a
/// discharge that was cancelled is as if the person had not left. What was recorded late counts where it happened. Nobody
/// counts twice at one midnight, however many stays of theirs cover it.
/// </summary>
internal static class DelayedNights
{
    public const string Here = "here";
    public const string Elsewhere = "elsewhere";

    public static IEnumerable<Counted> Of(KnownFacts facts, ReportQuestion question) =>
        Of(facts.Here, Here, question).Concat(Of(facts.Elsewhere, Elsewhere, question));

    private static IEnumerable<Counted> Of(IReadOnlyList<StayHistory> stays, string set, ReportQuestion question)
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
                    var reason = stay.ReasonAt(at, day);
                    yield return new(day, ward.Site, ward.Place, CodeOf(reason), OwnerOf(reason), set, stay.Reference, period.From, stay.LeftFrom(ward));
                }
            }
        }
    }

    /// <summary>The period that lies over a midnight and began on an earlier day; of several, as some were declared late, the one declared last.</summary>
    public static OptimisedPeriod? Covering(StayHistory stay, DateTimeOffset midnight) =>
        stay.Optimised.LastOrDefault(period => period.From < midnight && !(period.End <= midnight));

    private static string CodeOf(PrimaryReason? reason) => reason?.Reason is { } code ? Codes.Of(code) : ReportWords.NotRecorded;

    private static string OwnerOf(PrimaryReason? reason) => reason is null ? ReportWords.NotRecorded : Codes.Of(reason.Owner);
}
