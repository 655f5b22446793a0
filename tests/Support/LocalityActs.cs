using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Policies;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using FsCheck;
using FsCheck.Fluent;

namespace CapacityBoard.Support;

/// <summary>
/// One act in a board's history. Its numbers become a command, a publication or a lost connection when it is played.
/// </summary>
/// <param name="Wait">The time that passes before it.</param>
internal sealed record BoardAct(int Verb, int A, int B, TimeSpan Wait);

/// <summary>Random acts at two homes, a unit and a ward, and occasional changes of their locality's policy.</summary>
internal sealed record LocalityActs(BoardAct[] Acts)
{
    private static readonly SiteKey[] Sites = [GivenBoard.Home, GivenBoard.OtherHome, GivenBoard.Unit, GivenBoard.Ward];

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(11), TimeSpan.FromDays(2),
    ];

    private static readonly Gen<BoardAct> AnyAct =
        from verb in Gen.Choose(0, 999)
        from a in Gen.Choose(0, 40)
        from b in Gen.Choose(0, 40)
        from wait in Gen.Elements(Waits)
        select new BoardAct(verb, a, b, wait);

    public static Arbitrary<LocalityActs> Any { get; } = Arb.From(
        Gen.ArrayOf(AnyAct).Select(acts => new LocalityActs(acts)),
        history => Enumerable.Range(0, history.Acts.Length).Select(index => new LocalityActs([.. history.Acts[..index], .. history.Acts[(index + 1)..]])));

    public override string ToString() => string.Join(Environment.NewLine, Acts.AsEnumerable());

    /// <summary>Plays the acts on a new board; acts that are not commands go to <paramref name="otherwise"/>.</summary>
    public GivenBoard Play(Action<GivenBoard, BoardAct> otherwise)
    {
        var board = new GivenBoard();
        for (var index = 0; index < Acts.Length; index++)
        {
            var act = Acts[index];
            board.After(act.Wait);
            if (act.Verb % 3 == 0)
            {
                otherwise(board, act);
            }
            else if (act.Verb % 31 == 0)
            {
                board.Sets(PolicyOf(act), board.Now.AddHours(act.A - 20));
            }
            else
            {
                Say(board, act, $"operation-{index}");
            }
        }

        return board;
    }

    private static void Say(GivenBoard board, BoardAct act, string operation)
    {
        var key = Sites[act.A % Sites.Length];
        if (board.Board.Find(key) is null)
        {
            board.And(key, KindOf(key));
        }

        board.Try(key, CommandOf(act, board.Find(key), board.Now), operation);
    }

    private static LocalityPolicy PolicyOf(BoardAct act) => act.B % 3 == 0
        ? LocalityPolicy.Default
        : new() { CareHome = new(1 + act.B, 2 + act.B + act.A), Ward = new(1 + act.A, 24), LongStayMidnights = 1 + act.A % 9, SuperStrandedMidnights = 10 + act.B };

    private static SiteKind KindOf(SiteKey key) =>
        key == GivenBoard.Ward ? SiteKind.Ward : key == GivenBoard.Unit ? SiteKind.IntermediateCareUnit : SiteKind.CareHome;

    private static SiteCommand CommandOf(BoardAct act, Site site, DateTimeOffset now)
    {
        var type = BedTypes.Of(site.Kind)[act.B % Math.Min(2, BedTypes.Of(site.Kind).Length)];
        var stays = site.Stays.All;
        var reference = stays.IsEmpty ? "S-0" : stays[act.B % stays.Length].Reference;
        if (site.Closed is not null && act.A % 2 == 0)
        {
            return new ReopenSite();
        }

        return (act.Verb / 3 % 17) switch
        {
            0 or 1 => new DeclareVacancies([new(type, act.B % 12, site.Kind == SiteKind.Ward ? stays.Length : act.B % 5, act.A % 2, "Repair")]),
            2 => new ConfirmUnchanged(),
            3 => new SuspendPlacements("Infection", act.B % 2 == 0 ? type : null, act.B % 3 == 0 ? null : now.AddHours(act.B + 1)),
            4 => new LiftSuspension(act.B % 2 == 0 ? type : null),
            5 or 6 => new ExpectVacancy(type, now.AddHours(act.B), "Going home"),
            7 => new ConfirmExpectedVacancy(site.Capacity.Expected.FirstOrDefault()?.Id ?? "none"),
            8 or 9 => new PlaceHold(type, $"S-{act.B}", Until: now.AddHours(act.B + 4), Arrival: act.B % 2 == 0 ? now.AddHours(act.B + 2) : null),
            10 => new ReleaseHold(site.Capacity.Holds.FirstOrDefault()?.Id ?? "none", "Family chose another home"),
            11 or 12 => new AdmitStay($"S-{act.A}", $"{act.B}", type, AdmittedAt: now.AddHours(-5 * act.B), ExpectedDischarge: LocalDay.Of(now).AddDays(act.A % 3)),
            13 => new DeclareMedicallyOptimised(reference),
            14 => new SetExpectedDischarge(reference, LocalDay.Of(now).AddDays(act.A % 3)),
            15 => new CloseSite("Sold"),
            _ => new DischargeStay(reference, Destination.UsualResidence),
        };
    }
}
