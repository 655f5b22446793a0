using System.Collections.Immutable;

namespace CapacityBoard.Import;

/// <summary>The rows of a directory's area, checked but not yet compared with the board.</summary>
/// <param name="Area">The area's name as the file writes it.</param>
internal sealed record ImportPlan(
    DirectoryFile File,
    string Area,
    ImmutableArray<CheckedRow> Homes,
    ImmutableArray<DuplicateRow> Doubles,
    ImmutableArray<RefusedRow> Refused,
    ImmutableArray<PassedOverRow> PassedOver)
{
    /// <param name="registeredTogether">
    /// Each further reference of a building that the board knows to have several, with its first one.
    /// </param>
    public static ImportPlan Make(DirectoryFile file, string area, string locality, IReadOnlyDictionary<string, string> registeredTogether)
    {
        var refused = file.Unreadable.Select(row => new RefusedRow(row.Row, Name: null, row.Because)).ToList();
        var sound = new List<CheckedRow>();
        foreach (var row in file.Rows.Where(row => row is { Kind: not null, Area: not null }))
        {
            if (RowCheck.Check(row, locality, out var why) is { } home)
            {
                sound.Add(home);
            }
            else
            {
                refused.Add(why!);
            }
        }

        var (homes, doubles) = Import.Duplicates.Find(sound, registeredTogether);
        return new(file, area, homes, doubles, [.. refused], [.. file.Rows.Select(PassedOverRow.Of).OfType<PassedOverRow>()]);
    }
}

/// <summary>A row of the area that is not relevant to the board.</summary>
/// <param name="Reason">The reason, in the same words for all such rows.</param>
/// <param name="Because">The reason with this row's details.</param>
internal sealed record PassedOverRow(DirectoryRow Row, string Reason, string Because)
{
    /// <summary>Null for a row that is relevant to the board.</summary>
    public static PassedOverRow? Of(DirectoryRow row) => row switch
    {
        { PassOver: { } reason } => new(row, reason, row.PassOverInWords!),
        { Area: null } => new(row, DirectoryLayout.NoArea, $"{DirectoryLayout.NoArea}, so it cannot go on a board"),
        _ => null,
    };
}
