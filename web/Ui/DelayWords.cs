using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Ui;

/// <summary>Reasons for delay to choose from, by family. Sites of each kind have the list of their own report.</summary>
public static class DelayWords
{
    /// <summary>The reasons of both lists, to filter by.</summary>
    public static IReadOnlyList<Option> All { get; } = [.. DelayReasons.All.Select(reason => InFamily(reason, reason.Entry().Words))];

    public static string Of(DelayFamily family) => family switch
    {
        DelayFamily.HospitalProcess => "Hospital process",
        DelayFamily.WellbeingConcerns => "Wellbeing concerns",
        DelayFamily.CareTransferHubProcess => "Care transfer hub process",
        DelayFamily.InterfaceProcess => "Interface process",
        DelayFamily.Capacity => "Capacity",
        _ => "Community beds only",
    };

    /// <summary>What a site's list has, with what a person on the pathway most often waits for first.</summary>
    public static IReadOnlyList<Option> For(SiteKind kind, Pathway? pathway)
    {
        var likely = DelayList.Of(kind).Likely(pathway).ToList();
        var group = pathway is { } known ? $"Most common on pathway {(int)known}" : "Most common";
        return [.. likely.Select(listed => Option(listed) with { Group = group }), .. For(kind).Where(option => likely.All(listed => Codes.Of(listed.Reason) != option.Value))];
    }

    /// <summary>What a site's list has, in its order.</summary>
    public static IReadOnlyList<Option> For(SiteKind kind) => DelayList.Of(kind) is var list && list == DelayList.Acute
        ? [.. list.Reasons.Select(listed => InFamily(listed.Reason, listed.Words))]
        : [.. list.Reasons.Select(listed => Option(listed) with { Group = "Community beds" })];

    private static Option InFamily(DelayReason reason, string words) => new(Codes.Of(reason), words, Of(reason.Entry().Family));

    private static Option Option(ListedReason listed) => new(Codes.Of(listed.Reason), listed.Words);
}
