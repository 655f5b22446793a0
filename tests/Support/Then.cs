using CapacityBoard.Beds;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Support;

/// <summary>A command's decision and the site after it.</summary>
internal sealed class Then(Decision decision, Site before, GivenSite after)
{
    public Decision Decision => decision;

    public Site Site => after.Site;

    public Capacity Capacity => after.Capacity;

    public GivenSite And => after;

    public Then ThenHappened(params SiteEvent[] expected)
    {
        decision.Refusal.ShouldBeNull();
        decision.Events.Select(Text).ShouldBe(expected.Select(Text));
        return this;
    }

    public Then ThenNothingHappened() => ThenHappened();

    public Then ThenRefused(RefusalCode code, string? field = null)
    {
        decision.Events.ShouldBeEmpty();
        decision.Refusal.ShouldNotBeNull();
        decision.Refusal.Code.ShouldBe(code);
        decision.Refusal.Message.ShouldNotBeNullOrWhiteSpace();
        if (field is not null)
        {
            decision.Refusal.Field.ShouldBe(field);
        }

        Site.ShouldBe(before);
        return this;
    }

    public Then ThenAvailable(BedType type, int beds)
    {
        decision.Refusal.ShouldBeNull();
        Capacity.Available(Capacity.Line(type).ShouldNotBeNull(), after.Now).ShouldBe(beds);
        return this;
    }

    public Then ThenLine(BedType type, int total, int occupied, int closed)
    {
        var line = Capacity.Line(type).ShouldNotBeNull();
        (line.Total, line.Occupied, line.Closed).ShouldBe((total, occupied, closed));
        return this;
    }

    public Stay ThenStay(string reference) => Site.Stays.Find(reference).ShouldNotBeNull();

    /// <summary>Compares by JSON, because records that hold arrays are not equal by value.</summary>
    private static string Text(SiteEvent happened)
    {
        var (name, json) = EventCatalogue.Write(happened);
        return $"{name} {json}";
    }
}
