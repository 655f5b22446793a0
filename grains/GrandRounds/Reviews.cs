using CapacityBoard.Sites;

namespace CapacityBoard.GrandRounds;

/// <summary>Applies the grand round's events to its notes on a stay.</summary>
internal static class Reviews
{
    public static RoundNotes Apply(RoundNotes notes, ReviewEvent happened, Stamp stamp) => happened switch
    {
        StayReviewed e => notes with { Last = new(e.Id, e.Outcome, e.Note, stamp) },
        ActionAgreed e => notes with { Open = notes.Open.Add(new(e.Id, e.What, e.Owner, e.Due, stamp)) },
        ActionChanged e => notes with { Open = [.. notes.Open.Select(open => open.Id == e.Id ? open with { Owner = e.Owner, Due = e.Due } : open)] },
        ActionCompleted e => Without(notes, e.Id),
        ActionDropped e => Without(notes, e.Id),
        _ => notes,
    };

    private static RoundNotes Without(RoundNotes notes, string action) => notes with { Open = notes.Open.RemoveAll(open => open.Id == action) };
}
