using CapacityBoard.Sites;

namespace CapacityBoard.Feeds;

/// <summary>What a test message means: what was understood, and nothing of the person that the board does not keep.</summary>
/// <param name="Problem">Why it cannot be read at all; null if it can.</param>
internal sealed record TriedMessage(AdtMessage? Message, FeedReading? Reading, string? Problem, HospitalWards Hospital)
{
    public static TriedMessage Of(string text, AdtReader reader, FeedDefinition definition, HospitalWards hospital, DateTimeOffset now) => reader.Read(text, out var problem) is { } message
        ? new(message, FeedMapping.Read(message, now, definition), null, hospital)
        : new(null, null, problem, hospital);

    /// <summary>What would happen, in a sentence.</summary>
    public string Result => this switch
    {
        { Problem: { } problem } => problem,
        { Reading: { Unused: { } unused } } => $"Changes nothing. {unused}",
        { Reading: { Waits: { } obstacle } } => $"Would wait. {obstacle}",
        { Reading: { Bed: { } bed } } => $"Bed {bed.Bed} of {Hospital.NameOf(bed.Ward)} has the status {bed.Status}.",
        _ => string.Join(" ", Reading!.Statements.Select(Words)),
    };

    private string Words(FeedStatement said) => said.Kind switch
    {
        StatementKind.Left => $"{said.Reference} left.",
        StatementKind.NeverAdmitted => $"{said.Reference} was never admitted.",
        StatementKind.MoveCancelled => $"{said.Reference} did not move.",
        StatementKind.DischargeCancelled => $"{said.Reference} did not leave.",
        _ when said.Place is null => $"{said.Reference} is in hospital.",
        _ when said.Place.Ward is null => $"{said.Reference} is in hospital, where this board has no ward.",
        _ => $"{said.Reference} is on {Hospital.NameOf(said.Place.Ward)}{(said.Place.Bed.Length > 0 ? $", bed {said.Place.Bed}" : "")}.",
    };
}
