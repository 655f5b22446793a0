using CapacityBoard.Sites;
using FsCheck;
using FsCheck.Fluent;

namespace CapacityBoard.Support;

/// <summary>One random act: numbers that become a command once the state is known, after a wait.</summary>
internal sealed record Step(int Verb, int A, int B, int C, TimeSpan Wait);

/// <summary>The result of one step of a history.</summary>
internal sealed record Turn(SiteCommand Command, string Operation, DateTimeOffset Now, Decision Decision, Site Site);

/// <summary>Random commands at random times to a site of a random kind.</summary>
internal sealed record SiteActs(SiteKind Kind, Step[] Steps)
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(40), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(24), TimeSpan.FromDays(9),
    ];

    private static readonly Gen<Step> AnyStep =
        from verb in Gen.Choose(0, 1000)
        from a in Gen.Choose(0, 60)
        from b in Gen.Choose(0, 60)
        from c in Gen.Choose(0, 60)
        from wait in Gen.Elements(Waits)
        select new Step(verb, a, b, c, wait);

    public static Arbitrary<SiteActs> Any { get; } = Arb.From(
        from kind in Gen.Elements(Enum.GetValues<SiteKind>())
        from steps in Gen.ArrayOf(AnyStep)
        select new SiteActs(kind, steps),
        Smaller);

    public List<Turn> Run()
    {
        var site = GivenSite.Of(Kind);
        return [.. Steps.Select((step, index) => Take(step, $"operation-{index}", site.After(step.Wait)))];
    }

    public override string ToString() =>
        $"{Kind}{string.Concat(Run().Select(turn => $"\n  {turn.Now:O} {turn.Operation} {turn.Command} → {turn.Decision.Refusal?.Code.ToString() ?? "done"}"))}";

    private static Turn Take(Step step, string operation, GivenSite site)
    {
        var command = RandomCommands.Of(step, site.Site, site.Now);
        var decision = site.When(command, operation).Decision;
        return new(command, operation, site.Now, decision, site.Site);
    }

    private static IEnumerable<SiteActs> Smaller(SiteActs history)
    {
        for (var length = history.Steps.Length / 2; length > 0; length /= 2)
        {
            for (var from = 0; from + length <= history.Steps.Length; from += length)
            {
                yield return history with { Steps = [.. history.Steps[..from], .. history.Steps[(from + length)..]] };
            }
        }
    }
}
