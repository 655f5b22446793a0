using CapacityBoard.Beds;
using CapacityBoard.Fees;
using CapacityBoard.Sites;
using CapacityBoard.Stories;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Changes;

/// <summary>What happened to a site and its beds, in words.</summary>
internal static class FigureLines
{
    /// <param name="isWhole">True for whoever may read the reasons that sites give.</param>
    /// <returns>Null if nothing changed, or nothing but what <see cref="Free"/> says.</returns>
    public static string? Of(SiteChange change, bool isWhole, DateTimeOffset now)
    {
        return change.Entry.Event switch
        {
            VacanciesDeclared when HasOtherBeds(change) && Free(change).Length == 0 => "Figures changed. The number free is the same.",
            FiguresRequested => "An update of its figures was asked for.",
            BedsClosed e => $"Closed {BedWords.Of(e.Type, e.Beds)}{Because(e.Reason)}",
            BedsReopened e => $"Reopened {BedWords.Of(e.Type, e.Beds)}.",
            VacancyExpected e => $"Expects {BedWords.A(e.Type)} to be free {QuickTimes.Of(e.At, now)}{Because(e.Reason)}",
            ExpectedVacancyConfirmed e => $"The expected {BedWords.Noun(e.Type)} is free.",
            ExpectedVacancyCancelled e => $"An expected vacancy was cancelled{Because(e.Reason)}",
            PlacementsSuspended e => $"Placements suspended{(e.Type is { } type ? $" for {BedWords.Noun(type, 2)}" : "")}{Because(e.Reason)}",
            SuspensionLifted => "Placements are possible again.",
            SiteRegistered => "Added to the board.",
            SiteDetailsRevised => "Changed its details.",
            FeesStated e => $"Stated its fees: {FeeWords.Of(e.Fees)}",
            SiteClosed => "Removed from the board.",
            SiteReopened => "Returned to the board.",
            _ => null,
        };

        string Because(string? reason) => StoryContext.Because(isWhole ? reason : null);
    }

    /// <summary>How many beds are free where that changed: "General nursing: 2 free, was 3".</summary>
    public static string Free(SiteChange change)
    {
        var at = change.Entry.At;
        return string.Join(". ", change.After.Capacity.Lines
            .Select(line => (line.Type, Is: change.After.Capacity.Available(line, at), Was: Was(change.Before.Capacity, line.Type, at)))
            .Where(line => line.Is != line.Was)
            .Select(line => $"{Labels.Of(line.Type)}: {line.Is} free{(line.Was is { } was ? $", was {was}" : "")}"));
    }

    private static bool HasOtherBeds(SiteChange change) =>
        !change.Before.Capacity.Lines.Select(Figures).SequenceEqual(change.After.Capacity.Lines.Select(Figures));

    private static (BedType, int, int, int) Figures(BedLine line) => (line.Type, line.Total, line.Occupied, line.Closed);

    private static int? Was(Capacity before, BedType type, DateTimeOffset at) => before.Line(type) is { } line ? before.Available(line, at) : null;
}
