using CapacityBoard.Access;

namespace CapacityBoard.Admin;

public sealed class PastedPeopleTests
{
    private static readonly Scope Fernlea = Scope.Parse("stockport/fernlea");

    private static readonly PastedPeople People = new(text => text.Equals("fernlea", StringComparison.OrdinalIgnoreCase)
        ? new(Fernlea, "Fernlea Nursing Home")
        : new(null, text, $"No place is called “{text}”."));

    private static IReadOnlyList<PastedPerson> Read(string text) => People.Read(text).ShouldNotBeNull();

    [Theory]
    [InlineData("Sam Patel\tsam@nhs.example\tCare provider\tFernlea")]
    [InlineData("Sam Patel;sam@nhs.example;care-provider;Fernlea")]
    [InlineData("Sam Patel, sam@nhs.example, CARE PROVIDER, fernlea")]
    [InlineData("\"Sam Patel\",\"sam@nhs.example\",\"Care provider\",\"Fernlea\"")]
    [InlineData("  Sam  Patel \t sam@nhs.example \t Care-Provider \t Fernlea \t")]
    [InlineData("Name\tEmail\tRole\tPlace\nSam Patel\tsam@nhs.example\tCare provider\tFernlea")]
    [InlineData("Phone,Place,E-mail address,Name,Role\r\n0161,Fernlea,sam@nhs.example,Sam Patel,Care provider")]
    [InlineData("\n\n\"Sam Patel\"\tsam@nhs.example\tCare provider\tFernlea\r\n\r\n")]
    public void GivenLineAsSpreadsheetsCopyIt_ThenUnderstood(string text)
    {
        var person = Read(text).ShouldHaveSingleItem();

        person.Problems.ShouldBeEmpty();
        (person.Name, person.Mail, person.Place, person.Grant).ShouldBe(("Sam Patel", "sam@nhs.example", "Fernlea Nursing Home", new Grant(Role.CareProvider, Fernlea)));
    }

    [Theory]
    [InlineData("\"Patel, Sam\",sam@nhs.example,Viewer,Fernlea", "Patel, Sam")]
    [InlineData("\"Sam \"\"Sammy\"\" Patel\";sam@nhs.example;Viewer;Fernlea", "Sam \"Sammy\" Patel")]
    [InlineData("Patel, Sam; sam@nhs.example; Viewer of counts; Fernlea", "Patel, Sam")]
    [InlineData("Sam 5\" Patel\tsam@nhs.example\tViewer\tFernlea", "Sam 5\" Patel")]
    public void GivenNameWithSeparatorsOrQuotationMarks_ThenWhole(string text, string name)
    {
        var person = Read(text).ShouldHaveSingleItem();

        person.Problems.ShouldBeEmpty();
        person.Name.ShouldBe(name);
    }

    [Theory]
    [InlineData("Sam\tsam@nhs.example\tNurse\tFernlea", "“Nurse” is not a role. Write one of these: Care provider, Ward, Transfer team")]
    [InlineData("Sam\tsam@nhs.example\t\tFernlea", "Add the role: Care provider, Ward")]
    [InlineData("Sam\tsam@nhs.example\tWard\tFernley", "No place is called “Fernley”.")]
    [InlineData("Sam\tsam@nhs.example\tWard", "Add the place")]
    [InlineData("\tsam@nhs.example\tWard\tFernlea", "Add their name.")]
    [InlineData("Sam\t\tWard\tFernlea", "Add their email address.")]
    [InlineData("Sam\tsam at nhs\tWard\tFernlea", "“sam at nhs” is not an email address.")]
    [InlineData("Sam\tSam <sam@nhs.example>\tWard\tFernlea", "is not an email address.")]
    [InlineData("\"Sam\tsam@nhs.example\tWard\tFernlea", "A quotation mark is not closed.")]
    [InlineData("A name that goes on and on and on, far longer than any that fits\tsam@nhs.example\tWard\tFernlea", "The name can have 60 characters")]
    public void GivenLineThatCannotBe_ThenSaidWhatToChangeAndTheLineIsKept(string text, string said)
    {
        var person = Read(text).ShouldHaveSingleItem();

        person.IsReady.ShouldBeFalse();
        person.Problems.ShouldHaveSingleItem().ShouldContain(said);
        person.Line.ShouldBe(text);
    }

    [Fact]
    public void GivenSeveralProblemsInOneLine_ThenAllAreSaidAtOnce() =>
        Read("Sam\tnobody\tNurse\tNowhere").ShouldHaveSingleItem().Problems.Count.ShouldBe(3);

    [Fact]
    public void GivenSamePersonTwice_ThenTheLaterLineSaysWhichIsTheFirst()
    {
        var people = Read("Sam Patel\tsam@nhs.example\tWard\tFernlea\n\nSAM  patel\tother@nhs.example\tWard\tFernlea\nJo\tSam@nhs.example\tWard\tFernlea");

        people.Select(person => person.Number).ShouldBe([1, 3, 4]);
        people[0].IsReady.ShouldBeTrue();
        people[1].Problems.ShouldHaveSingleItem().ShouldStartWith("Line 1 has the same name.");
        people[2].Problems.ShouldHaveSingleItem().ShouldBe("Line 1 has the same email address.");
    }

    [Fact]
    public void GivenTooManyLines_ThenNoneIsUnderstood()
    {
        var asked = 0;
        var people = new PastedPeople(text => new(null, text, $"{++asked}"));
        var most = string.Join('\n', Enumerable.Range(1, PastedTable.MostLines).Select(line => $"P {line};p{line}@nhs.example;Viewer;Nowhere"));

        people.Read($"{most}\nOne more;more@nhs.example;Viewer;Nowhere").ShouldBeNull();
        people.Read(new('x', PastedTable.LongestText + 1)).ShouldBeNull();
        asked.ShouldBe(0);
        people.Read($"Name;Email;Role;Place\n{most}").ShouldNotBeNull().Count.ShouldBe(PastedTable.MostLines);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n ")]
    [InlineData("Name;Email;Role;Place")]
    public void GivenNobody_ThenNoLine(string text) => Read(text).ShouldBeEmpty();
}
