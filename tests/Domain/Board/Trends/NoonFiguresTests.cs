using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Support;

namespace CapacityBoard.Board.Trends;

public sealed class NoonFiguresTests
{
    private static readonly DateOnly Monday = LocalDay.Of(GivenBoard.Start);

    [Fact]
    public async Task GivenFiguresBeforeAndAfterNoon_ThenThoseAtNoonCount()
    {
        var given = GivenBoard.WithHome()
            .After(TimeSpan.FromHours(3)).Says(GivenBoard.Home, GivenBoard.Declare(10, 7))
            .After(TimeSpan.FromMinutes(1)).Says(GivenBoard.Home, GivenBoard.Declare(10, 10));

        (await At(given, Monday)).Available.ShouldBe([new(GivenBoard.Type, 3)]);
        (await At(given, Monday.AddDays(1))).Available.ShouldBe([new(GivenBoard.Type, 0)]);
    }

    [Fact]
    public async Task GivenADayBeforeTheFirstFigures_ThenItHasNone() =>
        (await At(GivenBoard.WithHome(), Monday.AddDays(-1))).Available.ShouldBeEmpty();

    [Fact]
    public async Task GivenTwoHomesOfWhichOneIsStale_ThenItsBedsAreNotClaimed()
    {
        var given = GivenBoard.WithHome().And(GivenBoard.OtherHome, SiteKind.CareHome)
            .Says(GivenBoard.OtherHome, GivenBoard.Declare(10, 9))
            .After(TimeSpan.FromDays(7)).Says(GivenBoard.OtherHome, GivenBoard.Declare(10, 8));

        (await At(given, Monday.AddDays(7))).Available.ShouldBe([new(GivenBoard.Type, 2)]);
    }

    [Fact]
    public async Task GivenADayOnWhichEveryFigureIsStale_ThenItIsLeftOut() =>
        (await At(GivenBoard.WithHome(), Monday.AddDays(7))).Available.ShouldBeEmpty();

    [Fact]
    public async Task GivenAWard_ThenItsPeopleAreCounted()
    {
        var given = GivenBoard.WithWard()
            .Says(GivenBoard.Ward, new AdmitStay("W-1", "1"))
            .Says(GivenBoard.Ward, new AdmitStay("W-2", "2"))
            .Says(GivenBoard.Ward, new DeclareMedicallyOptimised("W-2"));

        var (today, later) = (await At(given, Monday), await At(given, Monday.AddDays(7)));

        (today.MedicallyOptimised, today.LongStays).ShouldBe((1, 0));
        (later.MedicallyOptimised, later.LongStays).ShouldBe((1, 2));
    }

    [Fact]
    public async Task GivenNoWard_ThenNobodyIsCounted()
    {
        var noon = await At(GivenBoard.WithHome(), Monday);

        (noon.MedicallyOptimised, noon.LongStays).ShouldBe((null, null));
    }

    private static async Task<NoonFigures> At(GivenBoard given, DateOnly day) =>
        (await NoonFigures.Read(await PastBoards.Of(given), "stockport", day, default)).ShouldNotBeNull();
}
