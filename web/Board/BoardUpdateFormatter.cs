using System.Collections.Immutable;
using CapacityBoard.Beds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using MessagePack;
using MessagePack.Formatters;

namespace CapacityBoard.Board;

/// <summary>
/// Board updates for browsers, which read them in <c>wire-reader.ts</c>: arrays by position. What a screen knows already is left
/// out: a site's details unless they changed, and totals and policy as they were in the push before.
/// </summary>
/// <remarks>Pages that were loaded before an upgrade read it too, so an array only ever grows at its end.</remarks>
internal sealed class BoardUpdateFormatter : IMessagePackFormatter<BoardUpdate>
{
    /// <summary>The codes for which numbers are sent.</summary>
    private static readonly Numbered Numbers = new([.. Enum.GetValues<BedType>().Select(Codes.Of)], [.. Enum.GetValues<Freshness>().Select(Codes.Of)]);

    public void Serialize(ref MessagePackWriter writer, BoardUpdate update, MessagePackSerializerOptions options)
    {
        var (totals, before) = (update.Totals, BeforeOf(update));
        writer.WriteArrayHeader(12);
        writer.Write(update.Locality);
        writer.Write(update.From);
        writer.Write(update.Version);
        writer.WriteInstant(update.At);
        writer.WriteAll(update.Rows, (ref writer, row) => Write(ref writer, row, update));
        writer.WriteAll(before is null ? totals.Types : totals.Types.RemoveRange(before.Totals.Types), Write);
        writer.WriteAll(before is null ? totals.Hospitals : totals.Hospitals.RemoveRange(before.Totals.Hospitals), Write);
        writer.WriteJson(before is not null && before.Totals.Elsewhere.SequenceEqual(totals.Elsewhere) ? null : totals.Elsewhere);
        writer.Write(totals.Sites.Sites);
        writer.WriteJson(before?.Policy == update.Policy ? null : update.Policy);
        writer.WriteInstant(update.BehindSince);
        writer.WriteJson(before is null ? Numbers : null);
    }

    public BoardUpdate Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
        throw new NotSupportedException("Updates are only sent.");

    /// <summary>What every screen knows that is sent this update; null where it is to have all totals, because some came or went.</summary>
    private static BoardUpdate? BeforeOf(BoardUpdate update) => update is { From: > 0, Follows: { } before }
        && before.Totals.Types.Select(total => total.Type).SequenceEqual(update.Totals.Types.Select(total => total.Type))
        && before.Totals.Hospitals.Select(total => total.Hospital).SequenceEqual(update.Totals.Hospitals.Select(total => total.Hospital))
            ? before : null;

    private static void Write(ref MessagePackWriter writer, BoardRow row, BoardUpdate update)
    {
        writer.WriteArrayHeader(10);
        writer.Write(row.Site.Value.AsSpan(update.Locality.Length + 1));
        writer.WriteOrNil(update.From == 0 || row.DetailsSince > update.From ? row : null, WriteDetails);
        writer.Write((int)row.Freshness);
        writer.WriteOrNil(row.Declared, Write);
        writer.WriteOrNil(row.Suspended, Write);
        writer.WriteAll(row.Lines, Write);
        writer.WriteOrNil(row.People, Write);
        writer.WriteInstant(row.UnreadableSince);
        writer.Write(row.Closed?.Reason);
        writer.WriteOrNil(row.FiguresRequested, Write);
    }

    private static void WriteDetails(ref MessagePackWriter writer, BoardRow row)
    {
        writer.WriteArrayHeader(9);
        writer.Write(Codes.Of(row.Kind));
        writer.Write(row.Name);
        writer.Write(row.Hospital);
        writer.Write(row.Neighbourhood);
        writer.Write(row.Postcode);
        writer.WriteNumber(row.Position?.Latitude);
        writer.WriteNumber(row.Position?.Longitude);
        writer.Write(row.Telephone);
        writer.Write(Codes.Of(row.Rating));
    }

    private static void Write(ref MessagePackWriter writer, BoardLine line)
    {
        writer.WriteArrayHeader(12);
        writer.WriteNumbers((int)line.Type, line.Total, line.Occupied, line.Closed, line.Held, line.Available, line.Expected, line.Due, line.Arriving, line.VacantUnderSuspension);
        writer.Write(line.ClosedBecause);
        writer.WriteOrNil(line.Suspended, Write);
    }

    private static void Write(ref MessagePackWriter writer, TypeTotal total)
    {
        writer.WriteArrayHeader(13);
        writer.WriteNumbers((int)total.Type, total.Total, total.Occupied, total.Closed, total.Held, total.Available, total.StaleAvailable, total.Expected, total.StaleExpected, total.Due, total.VacantUnderSuspension, total.Waiting, total.WaitingSoon);
    }

    private static void Write(ref MessagePackWriter writer, HospitalTotal total)
    {
        writer.WriteArrayHeader(11);
        writer.Write(total.Hospital);
        writer.Write(total.Name);
        writer.WriteNumbers(total.Wards, total.StaleWards, total.Total, total.Closed, total.Held, total.Available, total.StaleAvailable);
        Write(ref writer, total.People);
        writer.WriteInstant(total.OldestDeclared);
    }

    private static void Write(ref MessagePackWriter writer, PeopleFigures people)
    {
        writer.WriteArrayHeader(9);
        writer.WriteNumbers(people.Stays, people.LongStays, people.SuperStranded, people.MedicallyOptimised, people.OptimisedMidnights, people.LongestOptimised, people.ExpectedToGo, people.Overdue, people.Own);
    }

    private static void Write(ref MessagePackWriter writer, Suspended suspended)
    {
        writer.WriteArrayHeader(2);
        writer.Write(suspended.Reason);
        writer.WriteInstant(suspended.Until);
    }

    private static void Write(ref MessagePackWriter writer, Stamp stamp)
    {
        writer.WriteArrayHeader(2);
        writer.WriteInstant(stamp.At);
        writer.Write(stamp.By);
    }

    private sealed record Numbered(ImmutableArray<string> Types, ImmutableArray<string> Freshnesses);
}
