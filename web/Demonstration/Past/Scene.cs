using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>What all who act in the invented past share.</summary>
internal sealed class Scene(IReadOnlyList<PlannedSite> sites, DateTimeOffset begin, DateTimeOffset end, int seed)
{
    public IReadOnlyList<PlannedSite> Sites => sites;

    public DateTimeOffset Begin => begin;

    public DateTimeOffset End => end;

    public DateOnly LastDay { get; } = LocalDay.Of(end);

    public Random Random { get; } = new(seed);

    public Town Town { get; } = new();

    public Agenda Agenda { get; } = new();

    public DateTimeOffset Now => Town.Now;

    public DateOnly Today => LocalDay.Of(Town.Now);

    /// <summary>By how much the season makes a number of this day differ from the last day's, for which all numbers stand.</summary>
    public double SeasonOn(DateOnly day) => Rhythm.Season(day) / Rhythm.Season(LastDay);

    /// <summary>Lets something happen; at once where its time has passed.</summary>
    public void At(DateTimeOffset at, Action act) => Agenda.At(at < Now ? Now : at, act);

    /// <summary>The stay as it is on record; null where the person has left.</summary>
    public Stay? StayOf(Patient patient) => patient.HasLeft ? null : Town.Find(patient.Ward).Stays.Find(patient.Reference);

    /// <summary>Lets something happen to a person, who may have moved by then; not at all where they have left.</summary>
    public void At(DateTimeOffset at, Patient patient, Action<Stay> act) => At(at, () =>
    {
        if (StayOf(patient) is { } stay)
        {
            act(stay);
        }
    });

    /// <summary>Tells the ward of a person.</summary>
    public bool Tell(Patient patient, StayCommand command, string? by = null) => Town.Tell(patient.Ward, command, by) is not null;
}
