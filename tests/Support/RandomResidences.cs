using CapacityBoard.Residences;
using CapacityBoard.Sites;

namespace CapacityBoard.Support;

/// <summary>Commands about usual residences, and what the places say.</summary>
internal static class RandomResidences
{
    public static readonly Func<Step, Site, DateTimeOffset, SiteCommand>[] OnTheWard =
    [
        (step, site, _) => new SetUsualResidence(RandomCommands.Known(step, site), step.C % 4 == 0 ? null : PlaceOf(step)),
    ];

    public static readonly Func<Step, Site, DateTimeOffset, SiteCommand>[] AtThePlace = [Answer, Answer];

    /// <summary>Seldom a place that can be nobody's residence.</summary>
    public static SiteKey PlaceOf(Step step) => (step.B % 7) switch
    {
        0 => GivenSite.KeyOf(SiteKind.Ward),
        1 => SiteKey.Of("manchester", "the-oaks"),
        < 4 => SiteKey.Of("stockport", "fernlea"),
        _ => SiteKey.Of("stockport", "the-limes"),
    };

    private static AnswerReturn Answer(Step step, Site site, DateTimeOffset now) => new(
        RandomCommands.Reference(step),
        step.C % 3 == 0 ? SiteKey.OfWard("stockport", "stepping-hill-hospital", "b1") : GivenSite.KeyOf(SiteKind.Ward),
        (ReturnAnswer)(step.B % 2),
        step.C % 4 == 0 ? LocalDay.Of(now).AddDays((step.A % 9) - 1) : null);
}
