using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Choices;

/// <summary>A place of a choice list in words, for the list and its map.</summary>
internal static class ListedWords
{
    /// <summary>"Care home · Bramhall".</summary>
    public static string About(ListedSite site) => string.Join(" · ", new[] { Labels.Of(site.Details.Kind), site.Details.Neighbourhood }.OfType<string>());

    /// <summary>What follows the number of free beds: "of 10 general nursing beds free".</summary>
    public static string AfterFree(ListedBeds beds, DateTimeOffset at) =>
        $"of {BedWords.Of(beds.Type, beds.Total)} free{(beds.Expected.IsEmpty ? "" : $", {beds.Expected.Length} more expected {QuickTimes.Of(beds.Expected[0], at)}")}";
}
