using CapacityBoard.Sites;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Residences;

/// <summary>Usual residences and returns in words, for both sides.</summary>
public static class ReturnWords
{
    public static string Of(ReturnAnswer answer) => answer == ReturnAnswer.SameSupport ? "Can come back with the same support" : "Needs a new assessment";

    public static string Of(ReturnStanding standing) => standing switch
    {
        ReturnStanding.NotAnswered => "No answer yet",
        ReturnStanding.SameSupport => Of(ReturnAnswer.SameSupport),
        ReturnStanding.NewAssessment => Of(ReturnAnswer.NewAssessment),
        ReturnStanding.Closed => "Closed",
        _ => "Not on the board",
    };

    /// <summary>The colour of the design system's tag.</summary>
    public static string Tag(ReturnStanding standing) => standing switch
    {
        ReturnStanding.NotAnswered => "yellow",
        ReturnStanding.SameSupport => "green",
        ReturnStanding.NewAssessment => "orange",
        _ => "red",
    };

    /// <summary>The residence as people say it: the care home's name, or the person's own home with the provider's.</summary>
    public static string Name(PersonsResidence residence) => residence.Place?.Details switch
    {
        null => Labels.OfPart(residence.Key.Name),
        { Kind: SiteKind.HomeCareProvider } details => $"Own home, with care from {details.Name}",
        var details => details.Name,
    };

    /// <summary>A bed, or for a home care provider a package.</summary>
    public static string Kept(SiteKind kind) => kind == SiteKind.HomeCareProvider ? "package" : "bed";

    /// <summary>"Bed kept until Friday."; null if the place has not said.</summary>
    public static string? KeptUntil(PersonsResidence residence, DateTimeOffset now)
    {
        if (residence is not { Place: { } place, Word: { KeptUntil: { } day } word })
        {
            return null;
        }

        var today = LocalDay.Of(now);
        return $"{Kept(place.Kind).AsSentence()} {(word.Keeps(today) ? "kept" : "was kept")} until {QuickTimes.InSentence(day, today)}.";
    }

    /// <summary>What the ward has to do where the place cannot simply take the person back; null if there is nothing.</summary>
    public static string? Next(PersonsResidence residence, DateTimeOffset now) => residence switch
    {
        { Standing: ReturnStanding.Closed } => $"It closed on {LocalTime.Text(residence.Place!.Closed!.Since.At, "d MMMM")}. Ask the person or family where they will live, and change this.",
        { Standing: ReturnStanding.NotOnTheBoard } => "It is not on the board, so it has not been told. Ring it, or choose another.",
        { Standing: ReturnStanding.NewAssessment } => "They cannot go back until the place has assessed them. Set another pathway if they need more support.",
        _ when residence.SuspensionAt(now) is { } suspension => $"Placements there are suspended ({suspension.Reason.TrimEnd('.')}). Ring before the person goes back.",
        { Standing: ReturnStanding.SameSupport, Word: { KeptUntil: not null } word } when !word.Keeps(LocalDay.Of(now)) => "Ring to ask whether they can still come.",
        _ => null,
    };
}
