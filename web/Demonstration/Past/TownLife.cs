using CapacityBoard.Enquiries;
using CapacityBoard.Sites;

namespace CapacityBoard.Demonstration.Past;

/// <summary>Simulates a town: its beginning, and each day.</summary>
internal sealed class TownLife
{
    private readonly Scene _scene;
    private readonly Declaring _declaring;
    private readonly UnitStays _units;
    private readonly List<HospitalLife> _hospitals;

    public TownLife(Scene scene)
    {
        _scene = scene;
        _declaring = new(scene);
        _units = new(scene);
        _hospitals = [.. StockportPlan.Hospitals.Select(hospital => new HospitalLife(scene, hospital, _units))];
    }

    public void Begin()
    {
        foreach (var site in _scene.Sites)
        {
            _scene.Town.Register(site);
            foreach (var command in site.First)
            {
                _scene.Town.Tell(site.Key, command);
            }

            if (HomeFees.Of(_scene.Town.Find(site.Key)) is { } fees)
            {
                _scene.Town.Tell(site.Key, fees);
            }
        }

        foreach (var place in DemonstrationPeople.AgreedPlaces(_scene.Sites))
        {
            _scene.Town.Tell(place.Key, new AgreeTrustedAssessment("Stepping Hill discharge team"));
        }

        foreach (var unit in _scene.Sites.Where(site => site.Kind == SiteKind.IntermediateCareUnit))
        {
            _units.FillBeds(unit.Key);
        }

        _hospitals.ForEach(hospital => hospital.Begin());
        _scene.At(_scene.End.AddHours(-1.7), () => _hospitals[0].AskToAnswer(_scene.Sites[0].Key));
        PlanTomorrow();
    }

    private void PlanDay()
    {
        var day = _scene.Today;
        foreach (var site in _scene.Sites)
        {
            _declaring.PlanDay(site, day);
            if (site.Kind == SiteKind.IntermediateCareUnit)
            {
                _units.PlanDay(site.Key, day);
            }
        }

        _hospitals.ForEach(hospital => hospital.PlanDay(day));
        PlanTomorrow();
    }

    private void PlanTomorrow() => _scene.At(LocalDay.StartOf(_scene.Today.AddDays(1)), PlanDay);
}
