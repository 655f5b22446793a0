using System.Text;

namespace CapacityBoard.Interop.Hl7;

public sealed class Hl7MessageTests
{
    private const string Admission =
        "MSH|^~\\&|PAS|SHH|BOARD|ITT|20261126093000||ADT^A01^ADT_A01|M1|P|2.5\rEVN|A01|20261126093000\rPID|1||H1^^^SHH~9434765919^^^NHS||Smith^Anne\rPV1|1|I|A1^2^04^SHH||||||||||||||||V1";

    [Fact]
    public void GivenMessage_ThenFieldsComponentsAndRepetitionsAsTheStandardCountsThem()
    {
        var message = Read(Admission);
        (message.SendingApplication, message.SendingFacility, message.Type, message.Event, message.Control, message.Version).ShouldBe(("PAS", "SHH", "ADT", "A01", "M1", "2.5"));
        message.Msh[1].Component(1).ShouldBe("|");
        message.First("PV1")[3].Component(3).ShouldBe("04");
        message.First("PV1")[19].Component(1).ShouldBe("V1");
        message.First("PID")[3].Repetitions.Select(each => each.Component(4)).ShouldBe(["SHH", "NHS"]);
    }

    [Fact]
    public void GivenWhatIsNotThere_ThenEmpty()
    {
        var message = Read(Admission);
        (message.First("PV1")[99].Component(1), message.First("PV1")[3].Component(99), message.First("ZZZ")[1].Component(1), message.First("PV1")[0].Component(1), message.First("PV1")[-1].Component(1))
            .ShouldBe(("", "", "", "", ""));
        message.All("ZZZ").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void GivenLinesThatEndAsFilesDo_ThenSegments(string end) => Read(Admission.Replace("\r", end, StringComparison.Ordinal)).Segments.Count.ShouldBe(4);

    [Fact]
    public void GivenOtherSeparators_ThenTheyCount()
    {
        var message = Read("MSH#!*@+#PAS#SHH#B#I#20261126##ADT!A02#M1#P#2.3\rPV1#1#I#A1!2!04+x*Z9");
        message.Event.ShouldBe("A02");
        (message.First("PV1")[3].Component(3), message.First("PV1")[3].Component(3, 2), message.First("PV1")[3].Repetitions.Last().Component(1)).ShouldBe(("04", "x", "Z9"));
    }

    [Theory]
    [InlineData("MSH|", "MSH-1 has no field separator")]
    [InlineData("MSH", "MSH-1 has no field separator")]
    [InlineData("MSHabcde", "MSH-1 has no field separator")]
    [InlineData("", "does not begin with MSH")]
    [InlineData("PID|1", "does not begin with MSH")]
    [InlineData("<html>", "does not begin with MSH")]
    public void GivenNoMessage_ThenWhyWithoutItsContent(string text, string why)
    {
        Hl7Message.TryRead(Encoding.UTF8.GetBytes(text), out _, out var problem).ShouldBeFalse();
        problem.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public void GivenOldMessage_WhenTheEventIsInEvn_ThenRead() => Read("MSH|^~\\&|P|F|||20261126||ADT|M1|P|2.1\rEVN|A03|20261126").Event.ShouldBe("A03");

    [Fact]
    public void GivenBomFramesAndBlankLines_ThenRead()
    {
        Read("\uFEFF" + Admission).Segments.Count.ShouldBe(4);
        Read($"\u000B\r\n{Admission}\u001C\r").Segments.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("8859/1", "iso-8859-1")]
    [InlineData("8859/15", "iso-8859-15")]
    [InlineData("8859/5", "iso-8859-5")]
    [InlineData("UNICODE UTF-8", "utf-8")]
    [InlineData("UNICODE UTF-16", "utf-16")]
    [InlineData("", "utf-8")]
    [InlineData("", "windows-1252")]
    [InlineData("ASCII", "windows-1252")]
    [InlineData("NONSENSE", "utf-8")]
    public void GivenCharset_ThenDecodedAndAnsweredInIt(string charset, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = encoding == "iso-8859-5" ? "Щука" : "Zoë Brontë";
        var bytes = Encoding.GetEncoding(encoding).GetBytes($"MSH|^~\\&|PAS|{name}|||20261126||ADT^A01|M1|P|2.5||||||{charset}\rPV1|1|I|A1");
        Hl7Message.TryRead(bytes, out var message, out _).ShouldBeTrue();
        message.ShouldNotBeNull().SendingFacility.ShouldBe(name);
        var answer = new Hl7Acknowledgement(AcknowledgementCode.AA).Write(message, DateTimeOffset.UnixEpoch);
        Hl7Message.TryRead(answer, out var read, out _).ShouldBeTrue();
        read.ShouldNotBeNull().Msh[6].Component(1).ShouldBe(name);
    }

    [Theory]
    [InlineData(@"a\F\b\S\c\T\d\R\e\E\f", @"a|b^c&d~e\f")]
    [InlineData(@"\X41\\X4243\", "ABC")]
    [InlineData(@"\H\bold\N\", "bold")]
    [InlineData(@"one\.br\two", "one\ntwo")]
    [InlineData(@"\C0102\\Zabc\x", "x")]
    [InlineData(@"\Q\", @"\Q\")]
    [InlineData(@"\X4\", @"\X4\")]
    [InlineData(@"\XZZ\", @"\XZZ\")]
    [InlineData(@"100\", @"100\")]
    public void GivenEscapes_ThenDecoded(string text, string plain) => Read($"MSH|^~\\&|P|F\rZZZ|{text}").First("ZZZ")[1].Component(1).ShouldBe(plain);

    [Fact]
    public void GivenNull_ThenItIsKnownFromEmpty()
    {
        var segment = Read("MSH|^~\\&|P|F\rZZZ|\"\"||x").First("ZZZ");
        (segment[1].IsNull, segment[1].Component(1), segment[2].IsNull, segment[3].IsNull).ShouldBe((true, "", false, false));
    }

    [Fact]
    public void GivenLongValue_ThenCut() => Read($"MSH|^~\\&|P|F\rZZZ|{new string('x', 5000)}").First("ZZZ")[1].Component(1).Length.ShouldBe(250);

    [Fact]
    public void GivenMessage_WhenShown_ThenNothingOfItsContent() => Read(Admission).ToString().ShouldBe("HL7 message of 4 segments");

    [Theory]
    [InlineData("2.5", "ERR||", "|204^^HL70357|E|||")]
    [InlineData("2.3", "ERR|^^^204", "")]
    public void GivenRefusal_ThenMsaAndErrAsItsVersionWants(string version, string begins, string has)
    {
        var message = Read(Admission.Replace("|2.5", $"|{version}", StringComparison.Ordinal));
        var answer = Encoding.UTF8.GetString(new Hl7Acknowledgement(AcknowledgementCode.AE, "204", "A|1 is not mapped").Write(message, DateTimeOffset.UnixEpoch)).Split('\r');
        answer[0].ShouldStartWith($"MSH|^~\\&|BOARD|ITT|PAS|SHH|19700101000000+0000||ACK^A01|");
        answer[0].ShouldEndWith($"|P|{version}");
        answer[1].ShouldBe(@"MSA|AE|M1|A\F\1 is not mapped");
        answer[2].ShouldStartWith(begins);
        answer[2].ShouldContain(has);
    }

    [Fact]
    public void GivenBytesThatAreNoMessage_ThenARefusalThatCanBeRead()
    {
        Hl7Message.TryRead(Hl7Acknowledgement.OfUnreadable("No", DateTimeOffset.UnixEpoch), out var answer, out _).ShouldBeTrue();
        answer.ShouldNotBeNull().First("MSA")[1].Component(1).ShouldBe("AR");
    }

    private static Hl7Message Read(string text)
    {
        Hl7Message.TryRead(Encoding.UTF8.GetBytes(text), out var message, out var problem).ShouldBeTrue(problem);
        return message!;
    }
}
