using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration.Past;

/// <summary>The people of one hospital, in order of admission.</summary>
internal sealed class Patients(Scene scene, Hospital hospital)
{
    public const int LongStay = 7;

    public Hospital Hospital => hospital;

    public List<Patient> Present { get; } = [];

    public IEnumerable<Patient> LongStays => Present.Where(patient => patient.Midnights(scene.Now) >= LongStay);

    /// <summary>True if by the next midnight the mean length of the long stays will exceed the hospital's target.</summary>
    public bool AreTooLong => Present.Where(patient => !patient.IsLeaving && patient.IsLong)
        .Select(patient => LocalDay.Midnights(patient.AdmittedAt, NextMidnight)).Where(midnights => midnights >= LongStay)
        .DefaultIfEmpty().Average() > hospital.MeanOfLongStays;

    private DateTimeOffset NextMidnight => scene.Today == scene.LastDay ? scene.End : LocalDay.StartOf(scene.Today.AddDays(1));

    public bool IsOptimised(Patient patient) => scene.StayOf(patient)?.Optimised is not null;

    public void Left(Patient patient)
    {
        patient.HasLeft = true;
        Present.Remove(patient);
    }
}
