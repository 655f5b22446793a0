using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>What all parts of the invented past share.</summary>
internal sealed class Scene(IReadOnlyList<PlannedSite> sites, DateTimeOffset begin, DateTimeOffset end, int seed)
{
    public IReadOnlyList<PlannedSite> Sites => sites;

    public int Seed => seed;

    public DateTimeOffset Begin => begin;

    public DateTimeOffset End => end;

    public DateOnly LastDay { get; } = LocalDay.Of(end);

    public Random Random { get; } = new(seed);

    public Town Town { get; } = new();

    public Agenda Agenda { get; } = new();

    public DateTimeOffset Now => Town.Now;

    public DateOnly Today => LocalDay.Of(Town.Now);

    /// <summary>
    /// The factor by which this day's numbers differ by season from the last day's, to which all numbers refer.
    /// </summary>
    public double SeasonOn(DateOnly day) => Rhythm.Season(day) / Rhythm.Season(LastDay);

    /// <summary>Schedules an act, or runs it at once if its time has passed.</summary>
    public void At(DateTimeOffset at, Action act) => Agenda.At(at < Now ? Now : at, act);

    /// <summary>The recorded stay; null if the person has left.</summary>
    public Stay? StayOf(Patient patient) => patient.HasLeft ? null : Town.Find(patient.Ward).Stays.Find(patient.Reference);

    /// <summary>Schedules an act on a person, who may have moved by then; it is skipped if they have left.</summary>
    public void At(DateTimeOffset at, Patient patient, Action<Stay> act) => At(at, () =>
    {
        if (StayOf(patient) is { } stay)
        {
            act(stay);
        }
    });

    /// <summary>Sends a command to a person's ward.</summary>
    public bool Tell(Patient patient, StayCommand command, string? by = null) => Town.Tell(patient.Ward, command, by) is not null;
}
