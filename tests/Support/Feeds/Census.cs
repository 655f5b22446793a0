using System.Globalization;
using CapacityBoard.Feeds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Support.Feeds;

/// <summary>Compares who is where with a sequence's statement.</summary>
internal static class Census
{
    /// <param name="find">A visit by its reference.</param>
    public static void ShouldBe(FeedSequence sequence, Func<string, Visit?> find, int waiting)
    {
        foreach (var line in sequence.Stated)
        {
            var words = line.Split(' ');
            if (words[0] == "waits")
            {
                waiting.ShouldBe(int.Parse(words[1], CultureInfo.InvariantCulture), sequence.Title);
            }
            else if (words[0] is not ("closed" or "beds"))
            {
                Check(line, words, find(words[0]));
            }
        }
    }

    /// <summary>The board's wards, with a label where a bed had two people.</summary>
    public static void ShouldBe(FeedSequence sequence, Func<string, Visit?> find, IReadOnlyDictionary<string, Site> wards)
    {
        foreach (var words in sequence.Stated.Select(line => line.Split(' ')))
        {
            var stays = wards.Values.SelectMany(ward => ward.Stays.All.Select(stay => (ward.Key.Name, Stay: stay))).Where(each => find(words[0])?.Is(each.Stay.Reference) == true).ToList();
            var why = $"{sequence.Title}: {string.Join(' ', words)}";
            switch (words)
            {
                case ["closed", var ward, var beds]:
                    (wards[ward].Capacity.Line(Beds.BedType.Inpatient)?.Closed).ShouldBe(int.Parse(beds, CultureInfo.InvariantCulture), why);
                    break;
                case ["beds", var ward, var beds]:
                    (wards[ward].Capacity.Line(Beds.BedType.Inpatient)?.Total).ShouldBe(int.Parse(beds, CultureInfo.InvariantCulture), why);
                    break;
                case ["waits", ..]:
                    break;
                case [_, "left" or "never" or "elsewhere" or "unknown", ..]:
                    stays.ShouldBeEmpty(why);
                    break;
                case [_, var ward, var bed, .. var more]:
                    stays.Count.ShouldBe(1, why);
                    stays[0].Name.ShouldBe(ward, why);
                    stays[0].Stay.Bed.ShouldBe(Array.IndexOf(more, "label") is >= 0 and var label ? string.Join(' ', more[(label + 1)..]) : bed == "-" ? "No bed" : bed, why);
                    break;
            }
        }
    }

    private static void Check(string line, string[] words, Visit? visit)
    {
        switch (words)
        {
            case [_, "unknown"]:
                (visit?.Presence ?? VisitPresence.NotKnown).ShouldBe(VisitPresence.NotKnown, line);
                break;
            case [_, "never"]:
                visit!.Presence.ShouldBe(VisitPresence.Never, line);
                break;
            case [_, "elsewhere"]:
                visit!.Presence.ShouldBe(VisitPresence.Elsewhere, line);
                break;
            case [_, "left", .. var at]:
                visit!.Presence.ShouldBe(VisitPresence.Left, line);
                CheckTime(at, visit, line);
                break;
            case [_, var ward, var bed, .. var more]:
                (visit!.Presence, visit.Ward?.Name, visit.Bed).ShouldBe((VisitPresence.In, ward, bed == "-" ? "" : bed), line);
                CheckMore(more, visit, line);
                break;
        }
    }

    private static void CheckMore(string[] more, Visit visit, string line)
    {
        switch (more)
        {
            case ["since", var at]:
                CheckTime([at], visit, line);
                break;
            case ["expected", "-"]:
                visit.ExpectedDischarge.ShouldBeNull(line);
                break;
            case ["expected", var days]:
                visit.ExpectedDischarge.ShouldBe(FeedSequence.Day.AddDays(int.Parse(days, CultureInfo.InvariantCulture)), line);
                break;
            case ["age", var age]:
                Codes.Of(visit.Age).ShouldBe(age, line);
                break;
        }
    }

    private static void CheckTime(string[] at, Visit visit, string line)
    {
        if (at is [var time])
        {
            LocalTime.Text(visit.At).ShouldBe(time, line);
        }
    }
}
