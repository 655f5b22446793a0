using CapacityBoard.Interop.Hl7;
using CapacityBoard.Postcodes;
using CapacityBoard.Stays;
using CapacityBoard.Support.Feeds;

namespace CapacityBoard.Feeds;

public sealed class AdtReaderTests
{
    private readonly AdtReader _reader = new(new HomeLocalities(new KnownPostcodes()));

    public static TheoryData<string> Sequences() => [.. FeedSequence.All.Take(102).Select(each => each.Title)];

    [Theory]
    [MemberData(nameof(Sequences))]
    public void Every_message_is_read_as_it_was_meant_in_every_dialect(string title)
    {
        foreach (var line in FeedSequence.All.Single(each => each.Title == title).Lines)
        {
            foreach (var dialect in Hl7Dialect.All)
            {
                Hl7Message.TryRead(dialect.Write(line), out var message, out var problem).ShouldBeTrue(problem);
                var meant = line.Message();
                meant = meant with { Visits = [.. meant.Visits.Select(visit => visit with { Class = line.Event == "A20" ? null : visit.Class ?? "I" })] };
                var read = _reader.Read(message!);
                (read with { Visits = [] }).ShouldBe(meant with { Visits = [] }, $"{line} {dialect}");
                read.Visits.ShouldBe(meant.Visits, $"{line} {dialect}");
            }
        }
    }

    [Theory]
    [InlineData("PV1|1|I|A1||||||||||||||||9434765919", "NHS number in PID-2")]
    [InlineData("PV1|1|I|A1||||||||||||||||H1", "hospital number in PID-3")]
    public void GivenNumberOfThePatientAsTheVisits_ThenItIsLeftOut(string pv1, string which)
    {
        var message = _reader.Read($"MSH|^~\\&|P|F|||20261126||ADT^A01|M1|P|2.5\rPID|1|9434765919|X1~H1\r{pv1}", out _)!;
        message.Visits[0].References.ShouldBe(new AdtNumbers(OfPatient: true), which);
    }

    [Theory]
    [InlineData("19410101", AgeBand.From85)]
    [InlineData("19411127", AgeBand.From75To84)]
    [InlineData("19411126", AgeBand.From85)]
    [InlineData("20081127", AgeBand.Under18)]
    [InlineData("20081126", AgeBand.From18To64)]
    [InlineData("20270101", AgeBand.NotKnown)]
    [InlineData("18000101", AgeBand.NotKnown)]
    [InlineData("", AgeBand.NotKnown)]
    public void GivenBirthDate_ThenAgeOnTheDay(string born, AgeBand age) =>
        _reader.Read($"MSH|^~\\&|P|F|||20261126||ADT^A01|M1|P|2.5\rPID|1|||||| {born}".Replace("| ", "|", StringComparison.Ordinal), out _)!.Visits[0].Age.ShouldBe(age);

    [Fact]
    public void GivenOtherMessage_ThenWhy()
    {
        _reader.Read("MSH|^~\\&|P|F|||20261126||ORU^R01|M1|P|2.5", out var problem).ShouldBeNull();
        problem.ShouldBe("It is no ADT message: MSH-9 does not begin with ADT.");
    }
}
