using System.Collections.Immutable;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Returns;

/// <summary>
/// Delayed transfers of care as returned until 2020, for each month with a day in the range: by code and owner of the main
/// reason, in the locality's hospitals and units. Patients are those delayed at the midnight that ends the month's last Thursday;
/// days are the month's delayed days.
/// </summary>
internal sealed class DelayedTransferReturn : IReturn
{
    private const string NoCode = "none";

    public string Code => "delayed-transfers-of-care";

    public string Title => "Delayed transfers of care, by code and owner";

    public string Days => "Whole months that include any of the days you choose. The current month is counted up to today.";

    public ImmutableArray<ReportColumn> Columns { get; } =
    [
        ReportColumn.Words("month", "Month, for example 2026-03"),
        ReportColumn.Words("code", $"Code A to I of the main reason. {NoCode} if the reason has no code or none was recorded"),
        ReportColumn.Words("owner", "Who is responsible: nhs, social-care, both or housing. not-recorded if no reason was recorded"),
        new("patients", "People delayed at midnight at the end of the month’s last Thursday. Empty until then"),
        new("days", "Delayed days: the total number of people delayed at midnight at the start of each day of the month"),
    ];

    public ReportTable Of(KnownFacts facts, IReadOnlyList<Site> sites, ReportQuestion question) => new(
        Code,
        Title,
        Columns,
        [.. Months(question).SelectMany(month => Rows(facts, month, question))]);

    private static IEnumerable<ReportRow> Rows(KnownFacts facts, DateOnly month, ReportQuestion question)
    {
        var last = month.AddMonths(1).AddDays(-1);
        var census = LastThursday(last).AddDays(1);
        var nights = DelayedNights.Of(facts, question with { From = month, To = last.AddDays(1) }).Where(night => night.Set == DelayedNights.Here).ToList();
        var hasBeen = LocalDay.StartOf(census) <= question.Now;
        return nights
            .Where(night => night.Day <= last || night.Day == census)
            .GroupBy(night => (Code: CodeOf(night.Code), night.Owner))
            .OrderBy(group => group.Key.Code, StringComparer.Ordinal).ThenBy(group => group.Key.Owner, StringComparer.Ordinal)
            .Select(group => new ReportRow(
                ReportCell.Of(month.ToString("yyyy-MM", null)),
                ReportCell.Of(group.Key.Code),
                ReportCell.Of(group.Key.Owner),
                hasBeen ? ReportCell.Of(group.Count(night => night.Day == census)) : new("–", null),
                ReportCell.Of(group.Count(night => night.Day <= last))));
    }

    private static string CodeOf(string reason) => Codes.TryParse<DelayReason>(reason, out var known) ? known.Entry().Dtoc ?? NoCode : NoCode;

    private static DateOnly LastThursday(DateOnly last) => last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Thursday + 7) % 7));

    private static IEnumerable<DateOnly> Months(ReportQuestion question)
    {
        for (var month = new DateOnly(question.From.Year, question.From.Month, 1); month <= question.To; month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}
