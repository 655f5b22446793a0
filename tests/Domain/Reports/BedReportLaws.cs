using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Reports;

/// <summary>What reports of beds say after any history is what the states of the sites come to, replayed for every instant.</summary>
public sealed class BedReportLaws
{
    private static readonly SiteKey[] Sites = [.. RecordedLocalities.Everywhere.Where(key => key.Locality == RecordedLocalities.Locality)];

    [Fact]
    public void GivenAnyHistory_ThenBedsAtMidnightAreThoseOfTheSitesReplayedUntilThen() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var question = localities.Question();
        var (total, occupied, vacant) = (new SortedDictionary<string, double>(), new SortedDictionary<string, double>(), new SortedDictionary<string, double>());
        foreach (var (day, at) in question.Days.Select(day => (day.ToString("O", null), LocalDay.StartOf(day))).Where(each => each.Item2 <= localities.Now))
        {
            foreach (var site in Sites.Select(key => Replayed(localities.Entries, key, at)).OfType<Site>().Where(site => site.Closed is null))
            {
                foreach (var line in site.Capacity.Lines)
                {
                    var row = $"{day}|{Codes.Of(line.Type)}";
                    total[row] = total.GetValueOrDefault(row) + line.Total;
                    occupied[row] = occupied.GetValueOrDefault(row) + line.Occupied;
                    vacant[row] = vacant.GetValueOrDefault(row) + site.Capacity.Unpromised(line, at);
                }
            }
        }

        var report = new BedUse().Of(localities.Facts, question, localities.Policies);

        report.Column("by-type-and-day", "total").ShouldBe(WithoutZeros(total));
        report.Column("by-type-and-day", "occupied").ShouldBe(WithoutZeros(occupied));
        report.Column("by-type-and-day", "vacant").ShouldBe(WithoutZeros(vacant));
        foreach (var type in report.Tables.Single(table => table.Code == "occupancy").Columns.Skip(1).Select(column => column.Code))
        {
            report.Column("occupancy", type).ShouldBe(WithoutZeros(Occupancy(total, occupied, type)));
        }

        report.Column("by-day", "vacant").ShouldBe(WithoutZeros(OfAllTypes(vacant, isPackage: false)));
        report.Column("packages-by-day", "vacant").ShouldBe(WithoutZeros(OfAllTypes(vacant, isPackage: true)));
    });

    [Fact]
    public void GivenAnyHistory_ThenVacanciesAreFilledAsTheReplayedSitesShowBedsTaken() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var filled = new List<(string Type, double Days)>();
        var empty = new SortedDictionary<string, double>();
        foreach (var key in Sites)
        {
            foreach (var type in Enum.GetValues<BedType>())
            {
                Watch(localities, key, type, filled, empty);
            }
        }

        var report = new BedUse().Of(localities.Facts, localities.Question(), localities.Policies);

        report.Column("time-empty", "filled").ShouldBe(filled.Counts(each => each.Type));
        report.Column("time-empty", "still-empty").ShouldBe(empty);
        foreach (var type in filled.GroupBy(each => each.Type))
        {
            report.Column("time-empty", "mean").GetValueOrDefault(type.Key).ShouldBe(Math.Round(type.Average(each => each.Days), 1));
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenHoldsEndAsTheirEntriesSay() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var ended = new List<(string Type, string How)>();
        foreach (var placed in localities.Entries.Where(entry => entry.Event is HoldPlaced && Sites.Contains(entry.Site)))
        {
            var hold = (HoldPlaced)placed.Event;
            var later = localities.Entries.Where(entry => entry.Site == placed.Site && entry.Position > placed.Position).ToList();
            var until = later.Select(entry => entry.Event).OfType<HoldExtended>().Where(extended => extended.Id == hold.Id).Select(extended => extended.Until).Append(hold.Until).Max();
            var end = later.Select(entry => entry.Event switch
            {
                HoldReleased e when e.Id == hold.Id => "released",
                HoldDeclined e when e.Id == hold.Id => "declined",
                HoldBecameAdmission e when e.Id == hold.Id => "admitted",
                StayAdmitted e when e.Hold == hold.Id => "admitted",
                TransferAccepted e when e.Hold == hold.Id => "admitted",
                _ => null,
            }).FirstOrDefault(how => how is not null);
            if (end is not null || until <= localities.Now)
            {
                ended.Add((Codes.Of(hold.Type), end ?? "ran-out"));
            }
        }

        var report = new BedUse().Of(localities.Facts, localities.Question(), localities.Policies);

        report.Column("holds", "ended").ShouldBe(ended.Counts(each => each.Type));
        foreach (var how in new[] { "admitted", "declined", "released", "ran-out" })
        {
            report.Column("holds", how).ShouldBe(ended.Where(each => each.How == how).Counts(each => each.Type));
        }
    });

    [Fact]
    public void GivenAnyHistory_ThenTimeToUpdateIsBetweenTheSitesOwnWords() => Law.HoldsForAll(StayActs.Any, history =>
    {
        var localities = history.Play();
        var hours = new List<(string Kind, double Hours)>();
        foreach (var key in Sites)
        {
            DateTimeOffset? before = null;
            foreach (var entry in localities.Entries.Where(entry => entry.Site == key))
            {
                var isWord = entry.Event is VacanciesDeclared or UnchangedConfirmed or BedsClosed or BedsReopened or ExpectedVacancyConfirmed or HoldBecameAdmission
                    or StayAdmitted or TransferAccepted or TransferCompleted or StayDischarged or AdmissionCancelled or DischargeCancelled;
                if (isWord && before is { } from && from != entry.At)
                {
                    hours.Add((Codes.Of(localities.StateOf(key).Kind), (entry.At - from).TotalHours));
                }

                before = isWord || entry.Event is SiteReopened ? entry.At : before;
            }
        }

        var report = new BedUse().Of(localities.Facts, localities.Question(), localities.Policies);

        report.Column("time-to-update", "updates").ShouldBe(hours.Counts(each => each.Kind));
        foreach (var kind in hours.GroupBy(each => each.Kind))
        {
            report.Column("time-to-update", "longest").GetValueOrDefault(kind.Key).ShouldBe(Math.Round(kind.Max(each => each.Hours), 1));
        }
    });

    private static SortedDictionary<string, double> Occupancy(SortedDictionary<string, double> total, SortedDictionary<string, double> occupied, string type) =>
        new(
            total.Where(pair => pair.Value > 0 && pair.Key.EndsWith($"|{type}", StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key.Split('|')[0], pair => Math.Round(100 * occupied.GetValueOrDefault(pair.Key) / pair.Value, 1)),
            StringComparer.Ordinal);

    private static SortedDictionary<string, double> OfAllTypes(SortedDictionary<string, double> byTypeAndDay, bool isPackage) =>
        new(
            byTypeAndDay.Where(pair => pair.Key.EndsWith("-package", StringComparison.Ordinal) == isPackage)
                .GroupBy(pair => pair.Key.Split('|')[0]).ToDictionary(day => day.Key, day => day.Sum(pair => pair.Value)),
            StringComparer.Ordinal);

    private static void Watch(RecordedLocalities localities, SiteKey key, BedType type, List<(string Type, double Days)> filled, SortedDictionary<string, double> empty)
    {
        var instants = localities.Entries.Where(entry => entry.Site == key).SelectMany(entry => entry.Event switch
        {
            HoldPlaced e => [entry.At, e.Until],
            HoldExtended e => [entry.At, e.Until],
            _ => new[] { entry.At },
        }).Where(at => at <= localities.Now).Distinct().Order();
        var queue = new List<DateTimeOffset>();
        var (freeBefore, takenBefore) = (0, 0);
        foreach (var at in instants)
        {
            var site = Replayed(localities.Entries, key, at)!;
            var line = site.Closed is null ? site.Capacity.Line(type) : null;
            var free = line is null ? 0 : site.Capacity.Unpromised(line, at);
            var taken = (line?.Occupied ?? 0) + (line is null ? 0 : site.Capacity.Held(type, at));
            queue.AddRange(Enumerable.Repeat(at, Math.Max(0, free - freeBefore)));
            for (var gone = 0; gone < freeBefore - free; gone++)
            {
                if (gone < taken - takenBefore)
                {
                    filled.Add((Codes.Of(type), (at - queue[0]).TotalDays));
                }

                queue.RemoveAt(0);
            }

            (freeBefore, takenBefore) = (free, taken);
        }

        if (queue.Count > 0)
        {
            empty[Codes.Of(type)] = empty.GetValueOrDefault(Codes.Of(type)) + queue.Count;
        }
    }

    private static Site? Replayed(List<JournalEntry> entries, SiteKey key, DateTimeOffset until)
    {
        Site? site = null;
        foreach (var entry in entries.Where(entry => entry.Site == key && entry.At <= until))
        {
            site = (site ?? Site.Empty(((SiteRegistered)entry.Event).Details.Kind, key)).Apply(entry);
        }

        return site;
    }

    private static SortedDictionary<string, double> WithoutZeros(SortedDictionary<string, double> numbers) =>
        new(numbers.Where(pair => pair.Value != 0).ToDictionary(), StringComparer.Ordinal);
}
