using CapacityBoard.Board;

namespace CapacityBoard.People;

/// <summary>Some of a locality's people, as far as their reader may see them.</summary>
/// <param name="All">Those that are counted, in their order.</param>
/// <param name="Shown">Those that are shown, in their order.</param>
/// <param name="HiddenAt">Where those of all are who only count, since their details may not be seen.</param>
internal sealed record ShownPeople(IReadOnlyList<KnownStay> All, IReadOnlyList<(KnownStay Known, PersonView View)> Shown, IReadOnlyList<PeopleAtPlace> HiddenAt)
{
    public static ShownPeople Nobody { get; } = new([], [], []);

    public int Hidden => HiddenAt.Sum(place => place.Count);

    /// <summary>How many more are shown when all are asked for.</summary>
    public int Later => All.Count - Hidden - Shown.Count;
}
