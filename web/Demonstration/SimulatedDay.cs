using System.Globalization;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration;

/// <summary>What happens next at some site, as its people might say it.</summary>
internal sealed class SimulatedDay(Random random, TimeProvider clock)
{
    private int _admitted;

    /// <summary>A command that the site may well accept; null where nothing comes to mind.</summary>
    public (SiteCommand Command, string By)? Next(Site site)
    {
        var now = clock.GetUtcNow();
        return site.Kind == SiteKind.Ward ? OnWard(site, now) : AtSite(site, now);
    }

    private (SiteCommand Command, string By)? AtSite(Site site, DateTimeOffset now)
    {
        var by = site.Details!.Name;
        if (site.Capacity.Lines.IsEmpty)
        {
            return null;
        }

        var line = site.Capacity.Lines[random.Next(site.Capacity.Lines.Length)];
        var hold = site.Capacity.LiveHolds(now).FirstOrDefault();
        return random.Next(12) switch
        {
            < 4 => (new ConfirmUnchanged(), by),
            < 6 when line.Occupied > 0 => (Occupied(line, -1), by),
            < 8 when site.Capacity.Unpromised(line, now) > 0 => (Occupied(line, +1), by),
            8 when site.Capacity.Available(line, now) > 0 => (new PlaceHold(line.Type, $"SH{random.Next(41_000, 41_600)}", Arrival: now.AddHours(random.Next(2, 20))), "Transfer team"),
            9 when hold is not null => (new AdmitOnHold(hold.Id), by),
            10 when hold is not null => (new ReleaseHold(hold.Id, "Family chose another home"), "Transfer team"),
            11 when site.Capacity.Expected.Length < 2 => (new ExpectVacancy(line.Type, now.AddHours(random.Next(3, 30)), "Discharge planned"), by),
            _ when site.Capacity.Expected.FirstOrDefault(expected => expected.IsDue(now)) is { } due => (new ConfirmExpectedVacancy(due.Id), by),
            _ => null,
        };
    }

    private (SiteCommand Command, string By)? OnWard(Site ward, DateTimeOffset now)
    {
        var by = ward.Details!.Name;
        var stays = ward.Stays.All;
        var line = ward.Capacity.Lines.FirstOrDefault();
        var stay = stays.IsEmpty ? null : stays[random.Next(stays.Length)];
        return random.Next(10) switch
        {
            < 3 => (new ConfirmUnchanged(), by),
            < 6 when line is not null && ward.Capacity.Available(line, now) > 0 => (Admit(ward), by),
            6 when stays.FirstOrDefault(each => each.Optimised is not null && each.Midnights(now) < LocalityPolicy.Default.LongStayMidnights) is { } ready =>
                (new DischargeStay(ready.Reference, Destination.UsualResidence), by),
            7 when stay is not null && stay.Optimised is null && stay.Midnights(now) < LocalityPolicy.Default.LongStayMidnights => (new DeclareMedicallyOptimised(stay.Reference), by),
            _ when stay is not null => (new SetExpectedDischarge(stay.Reference, LocalDay.Of(now).AddDays(random.Next(0, 6))), by),
            _ => null,
        };
    }

    private AdmitStay Admit(Site ward)
    {
        var taken = ward.Stays.All.Select(stay => stay.Bed).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var bed = Enumerable.Range(1, 99).Select(number => number.ToString("00", CultureInfo.InvariantCulture)).First(label => !taken.Contains(label));
        return new($"SH{50_000 + random.Next(40_000)}-{_admitted++}", bed, Age: AgeBand.From75To84, HomeLocality: ward.Key.Locality);
    }

    private static DeclareVacancies Occupied(BedLine line, int more) =>
        PlannedSite.Declare(new DeclaredLine(line.Type, line.Total, line.Occupied + more, line.Closed, Seen: new(line.Total, line.Occupied, line.Closed)));
}
