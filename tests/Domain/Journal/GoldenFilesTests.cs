using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Journal;

/// <summary>
/// One file for each event's name, one line for each shape of it that was ever written. Lines are added and never
/// changed: the journals out there hold them.
/// </summary>
public sealed class GoldenFilesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Journal", "GoldenFiles");

    public static TheoryData<string> Names => [.. EventCatalogue.AllNames.Order()];

    [Theory, MemberData(nameof(Names))]
    public void GivenEveryShapeEverWritten_WhenReadAndWritten_ThenTheSame(string name)
    {
        var file = Path.Combine(Folder, $"{name}.json");
        File.Exists(file).ShouldBeTrue($"add tests/Domain/Journal/GoldenFiles/{name}.json with each shape of the event on a line");
        var shapes = File.ReadAllLines(file);
        shapes.ShouldNotBeEmpty();
        foreach (var json in shapes)
        {
            EventCatalogue.Current.Read(name, json).ShouldNotBeOfType<UnreadableEvent>(json);
        }

        EventCatalogue.Write(EventCatalogue.Current.Read(name, shapes[^1])).ShouldBe((name, shapes[^1]), "the last shape is how it is written now");
    }

    [Fact]
    public void GivenGoldenFiles_WhenNamed_ThenEachIsAnEventsName() =>
        Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).ShouldBe(EventCatalogue.AllNames, ignoreOrder: true);

    [Fact]
    public void GivenEveryTypeOfEvent_WhenLookedUp_ThenTheCatalogueHasAName()
    {
        var types = typeof(SiteEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SiteEvent)) && !type.IsAbstract && type != typeof(UnreadableEvent));
        var read = EventCatalogue.AllNames.Select(name => EventCatalogue.Current.Read(name, FirstShape(name)).GetType());
        read.ShouldBe(types, ignoreOrder: true);
    }

    /// <summary>The search for a stay rests on it: a reference has a digit.</summary>
    [Theory, MemberData(nameof(Names))]
    public void GivenEveryShapeEverWritten_ThenNoPropertysNameHasADigit(string name) =>
        File.ReadAllText(Path.Combine(Folder, $"{name}.json")).ShouldNotMatch("\"[^\",:]*[0-9][^\",:]*\":");

    [Fact]
    public void GivenOlderShapes_WhenReadByACatalogueThatRaisesThem_ThenAsTheNewest()
    {
        var catalogue = new EventCatalogue(new Dictionary<string, Upcaster>
        {
            ["bed-shut"] = new("beds-shut", older => new() { ["type"] = older["bedType"]?.DeepClone(), ["beds"] = 1 }),
            ["beds-shut"] = new("beds-closed", older =>
            {
                older["reason"] = "not known";
                return older;
            }),
        });
        catalogue.Read("bed-shut", """{"bedType":"inpatient"}""").ShouldBe(new BedsClosed(BedType.Inpatient, 1, "not known"));
        catalogue.Read("beds-shut", """{"type":"step-up","beds":3}""").ShouldBe(new BedsClosed(BedType.StepUp, 3, "not known"));
        catalogue.Read("beds-reopened", FirstShape("beds-reopened")).ShouldBe(new BedsReopened(BedType.Inpatient, 2));
    }

    [Fact]
    public void GivenEventThatCannotBeRead_ThenSaidWhichAndWhatToDo()
    {
        EventCatalogue.Current.Read("beds-painted", "{}").ShouldBe(
            new UnreadableEvent("beds-painted", "This version does not know such an event. Run the version that wrote it, or a newer one."));
        EventCatalogue.Current.Read("beds-reopened", "{}").ShouldBeOfType<UnreadableEvent>().Why.ShouldEndWith("Restore the journal from a backup.");
        EventCatalogue.Current.Read("beds-reopened", "{").ShouldBeOfType<UnreadableEvent>().Type.ShouldBe("beds-reopened");
    }

    private static string FirstShape(string name) => File.ReadLines(Path.Combine(Folder, $"{name}.json")).First();
}
