using System.Text.Json;
using CapacityBoard.Beds;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Journal;

public sealed class DomainJsonTests
{
    [Theory]
    [InlineData("2026-01-31T17:30:00Z", "2026-01-31T17:30:00Z")]
    [InlineData("2026-07-31T17:30:00+01:00", "2026-07-31T16:30:00Z")]
    [InlineData("2026-01-01T00:30+01:00", "2025-12-31T23:30:00Z")]
    [InlineData("2026-01-31T17:30:00-05:30", "2026-01-31T23:00:00Z")]
    [InlineData("2026-01-31T17:30:00.1234567Z", "2026-01-31T17:30:00.1234567Z")]
    [InlineData("2026-01-31T17:30:00.120Z", "2026-01-31T17:30:00.12Z")]
    public void GivenInstantWithZone_WhenReadAndWritten_ThenInUtcAndExact(string text, string written)
    {
        var instant = Read<DateTimeOffset>($"\"{text}\"");
        instant.Offset.ShouldBe(TimeSpan.Zero);
        JsonSerializer.Serialize(instant, DomainJson.Options).ShouldBe($"\"{written}\"");
        Read<DateTimeOffset>($"\"{written}\"").ShouldBe(instant);
    }

    [Theory]
    [InlineData("\"2026-01-31T17:30:00\"")]
    [InlineData("\"2026-01-31\"")]
    [InlineData("\"2026-02-30T17:30:00Z\"")]
    [InlineData("\"31/01/2026 17:30Z\"")]
    [InlineData("\"2026-01-31T17:30:00Z\\n\"")]
    [InlineData("\"2026-01-31T17:30:00.12345678Z\"")]
    [InlineData("\"2026-01-31T17:30:00+25:00\"")]
    [InlineData("\"now\"")]
    [InlineData("1767225600")]
    [InlineData("null")]
    public void GivenNoInstantWithZone_WhenRead_ThenRefused(string json) => Refused<DateTimeOffset>(json);

    [Fact]
    public void GivenEveryCode_WhenWritten_ThenLowerCaseWithHyphensAndReadAgain()
    {
        var codes = typeof(Site).Assembly.GetTypes().Where(type => type.IsEnum && type.Namespace!.StartsWith("CapacityBoard", StringComparison.Ordinal));
        foreach (var code in codes.SelectMany(type => type.GetEnumValues().Cast<Enum>()))
        {
            var json = JsonSerializer.Serialize(code, code.GetType(), DomainJson.Options);
            json.ShouldMatch("^\"[a-z0-9]+(-[a-z0-9]+)*\"$");
            JsonSerializer.Deserialize(json, code.GetType(), DomainJson.Options).ShouldBe(code);
        }
    }

    [Theory]
    [InlineData("2")]
    [InlineData("\"2\"")]
    [InlineData("\"general\"")]
    public void GivenNumberOrUnknownCode_WhenReadAsACode_ThenRefused(string json) => Refused<BedType>(json);

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"lines":null}""")]
    [InlineData("""{"lines":[{"type":"inpatient","occupied":3}]}""")]
    [InlineData("""{"lines":[{"total":5,"occupied":3}]}""")]
    [InlineData("""{"lines":[{"type":"inpatient","total":5}]}""")]
    public void GivenDeclarationWithPartsLeftOut_WhenRead_ThenRefusedAndNeverReadAsNone(string json) => Refused<DeclareVacancies>(json);

    [Fact]
    public void GivenDeclarationWithWhatIsNeeded_WhenRead_ThenTheRestHasItsDefault() =>
        Read<DeclareVacancies>("""{"lines":[{"type":"inpatient","total":5,"occupied":3}]}""").Lines.ShouldBe([new(BedType.Inpatient, 5, 3)]);

    [Fact]
    public void GivenOptionalPartsLeftOut_WhenRead_ThenNull()
    {
        Read<SetExpectedDischarge>("""{"stay":"S-1"}""").ShouldBe(new("S-1", null));
        Read<PlaceHold>("""{"type":"inpatient","stay":"S-1"}""").ShouldBe(new(BedType.Inpatient, "S-1"));
    }

    [Theory]
    [InlineData("\"stockport\"")]
    [InlineData("\"Stockport/The Meadows\"")]
    [InlineData("null")]
    public void GivenNoKey_WhenReadAsASite_ThenRefused(string json) => Refused<BeginTransfer>($$"""{"stay":"S-1","to":{{json}},"bed":"1"}""");

    [Fact]
    public void GivenRefusal_WhenWritten_ThenItsCodeIsAWordAndNullsAreLeftOut() =>
        JsonSerializer.Serialize(new Outcome(3, new(RefusalCode.NoVacancy, "Full.")), DomainJson.Options)
            .ShouldBe("""{"version":3,"refusal":{"code":"no-vacancy","message":"Full."},"isAccepted":false}""");

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, DomainJson.Options)!;

    private static void Refused<T>(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<T>(json, DomainJson.Options));
}
