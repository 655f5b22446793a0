using CapacityBoard.Sites;

namespace CapacityBoard.Work;

/// <summary>Something that waits for somebody to act. It is derived from the boards, so it is gone once it is settled, whoever settles it.</summary>
/// <param name="Site">The site that it concerns: the place that is asked, or the ward where the person is.</param>
/// <param name="Where">The site's name.</param>
/// <param name="Subject">What it is about there, such as a hold's ID; with the kind and the site it is unique.</param>
/// <param name="Stay">The reference of the person; null if it concerns nobody in particular.</param>
/// <param name="Words">What there is to do, in a few words and without the person's reference.</param>
/// <param name="Path">Where it can be done, from the program's own root.</param>
/// <param name="Due">When it should be done by; null if there is no such time.</param>
/// <param name="Act">How it can be done in one tap; null if it needs more than that.</param>
internal sealed record Matter(MatterKind Kind, SiteKey Site, string Where, string Subject, string? Stay, string Words, string Path, DateTimeOffset Since, DateTimeOffset? Due = null, MatterAct? Act = null)
{
    public string Id => IdOf(Kind, Site, Subject);

    /// <summary>Another one each time that it waits anew, such as figures that are about to be stale again.</summary>
    public string Occasion => $"{Id}@{Since.ToUnixTimeMilliseconds()}";

    /// <summary>True if an occasion is one of a matter.</summary>
    public static bool IsOf(string occasion, string id) => occasion.StartsWith($"{id}@", StringComparison.Ordinal);

    /// <summary>What is about all of a locality is the same whichever of its sites has the first of its people.</summary>
    public static string IdOf(MatterKind kind, SiteKey site, string subject) =>
        kind is MatterKind.FindPlaces ? $"{Codes.Of(kind)}|{subject}" : $"{Codes.Of(kind)}|{site}|{subject}";

    public bool IsOverdue(DateTimeOffset now) => Due <= now;
}

/// <summary>One command that settles a matter.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Said">What is said once it is done.</param>
/// <param name="At">The site that the command is sent to.</param>
internal sealed record MatterAct(string Label, string Said, SiteKind Kind, SiteKey At, SiteCommand Command);
