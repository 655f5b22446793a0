using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration.Past;

/// <summary>The people of one hospital, in the order in which they came.</summary>
internal sealed class Patients(Scene scene, Hospital hospital)
{
    public const int LongStay = 7;

    public Hospital Hospital => hospital;

    public List<Patient> Present { get; } = [];

    public IEnumerable<Patient> LongStays => Present.Where(patient => patient.Midnights(scene.Now) >= LongStay);

    /// <summary>By the next midnight the long stays will be longer, on average, than the hospital's are to be.</summary>
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
