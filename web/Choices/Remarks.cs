using System.Collections.Immutable;
using CapacityBoard.Board;
using CapacityBoard.Enquiries;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Choices;

/// <summary>
/// The reasons for and against a place that fits, in order of importance. The number of free beds and the age of the figures are
/// shown separately.
/// </summary>
internal static class Remarks
{
    private static readonly ImmutableArray<string> Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

    /// <summary>"first" for 0.</summary>
    public static string Ordinal(int index) => Ordinals[index];

    public static ImmutableArray<Remark> For(Fit fit) => Texts(
        fit.Held is { } held ? $"{BedWords.A(held.Type).AsSentence()} is held here for this person until {QuickTimes.Of(held.Until, fit.Now)}" : null,
        [
            fit.Asked is { Answer: { } yes } ? $"It {EnquiryWords.Of(yes.Kind, yes.From, fit.Now)}, as it said {QuickTimes.Of(yes.Answered.At, fit.Now)}" : null,
            SuitsBest(fit, isBest: true),
            fit.Sought.Needs.Nursing && Care.HasNursing(fit.Offered.Type) == true ? "Nursing care, as needed" : null,
            fit.Sought.Needs.Dementia && Care.IsForDementia(fit.Offered.Type) == true ? "Dementia care, as needed" : null,
            fit.Wish is { } wish ? $"{Ordinals[wish].AsSentence()} preferred home" : null,
            fit.Kilometres is { } kilometres && !IsBeyond(fit) ? From(kilometres, fit) : null,
            fit.Details.Rating is CqcRating.Outstanding or CqcRating.Good ? $"CQC rating: {Labels.Of(fit.Details.Rating).ToLowerInvariant()}" : null,
        ]);

    public static ImmutableArray<Remark> Against(Fit fit) =>
    [
        .. Texts(
            Due(fit),
            [
                fit.Asked is { IsYes: false } asked ? $"Asked {QuickTimes.Of(asked.Made.At, fit.Now)}, no answer yet" : null,
                SuitsBest(fit, isBest: false),
                fit.Sought.Needs.Nursing && Care.HasNursing(fit.Offered.Type) == false ? $"Needs nursing, which {BedWords.Noun(fit.Offered.Type, 2)} do not provide" : null,
                fit.Sought.Needs.Dementia && Care.IsForDementia(fit.Offered.Type) == false ? $"Needs dementia care, which {BedWords.Noun(fit.Offered.Type, 2)} are not designed for" : null,
                fit.Kilometres is { } kilometres && IsBeyond(fit) ? $"{From(kilometres, fit)}, further than the limit" : null,
                fit.Kilometres is null && fit.Sought.Near is { } near ? $"Distance from {near.Name} is not known" : null,
                fit.Freshness == Freshness.Ageing ? $"Its figures are ageing: last updated {Age.Of(fit.Site.Capacity.Declared!.At, fit.Now)}" : null,
                Rating(fit),
            ]),
        .. fit.Suspended.Select(each => new Remark(
            $"Placements in its {BedWords.Noun(each.Type, 2)} are suspended{Exclusions.Until(each.Suspension, fit.Now)}",
            Exclusions.Quote(each.Suspension.Reason, each.Suspension.Since))),
    ];

    private static ImmutableArray<Remark> Texts(string? first, IEnumerable<string?> others) =>
        [.. others.Prepend(first).OfType<string>().Select(text => new Remark(text))];

    /// <summary>Null if only one type is suitable, since every place on the list then has it.</summary>
    private static string? SuitsBest(Fit fit, bool isBest) => (fit.Sought.Needs.Types.Length, fit.Offered.Suits) switch
    {
        (1, _) => null,
        (_, 0) => isBest ? $"{BedWords.Noun(fit.Offered.Type, 2).AsSentence()} are the best match" : null,
        (_, var suits) => isBest ? null : $"{BedWords.Noun(fit.Offered.Type, 2).AsSentence()} are the {Ordinals[suits]} choice",
    };

    private static string? Due(Fit fit) => fit.Site.Capacity.Expected.Count(each => each.IsDue(fit.Now) && fit.Beds.Any(beds => beds.Type == each.Type)) switch
    {
        0 => null,
        1 => "A vacancy was expected by now and has not been confirmed",
        var due => $"{due} vacancies were expected by now and have not been confirmed",
    };

    private static string? Rating(Fit fit) => fit.Details.Rating switch
    {
        CqcRating.RequiresImprovement or CqcRating.Inadequate => $"CQC rating: {Labels.Of(fit.Details.Rating).ToLowerInvariant()}",
        CqcRating.NotRated when fit.Site.Kind is SiteKind.CareHome or SiteKind.HomeCareProvider => "Not rated by the CQC",
        _ => null,
    };

    /// <summary>Only a preferred home is listed although it is too far away.</summary>
    private static bool IsBeyond(Fit fit) => fit.Kilometres > fit.Sought.Needs.WithinKilometres;

    private static string From(double kilometres, Fit fit) =>
        $"{Miles.Words(kilometres)} from {fit.Sought.Near!.Name}";
}
