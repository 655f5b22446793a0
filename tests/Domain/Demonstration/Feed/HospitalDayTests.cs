using CapacityBoard.Feeds;
using CapacityBoard.Interop.Hl7;
using CapacityBoard.Postcodes;
using CapacityBoard.Support.Feeds;

namespace CapacityBoard.Demonstration.Feed;

/// <summary>The invented hospital's messages say what happened in it.</summary>
public sealed class HospitalDayTests
{
    private static readonly DateTimeOffset Begin = FeedSequence.Evening.AddDays(-1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void GivenADayOfAHospital_WhenItsMessagesAreRead_ThenTheyPutEverybodyWhereTheyAre(int seed)
    {
        var day = new HospitalDay(Begin, Wards(), seed);
        var sent = day.Until(Begin.AddHours(24)).Concat(day.Until(Begin.AddHours(30), isEnding: true)).ToList();
        day.IsBehind.ShouldBeFalse();
        sent.Count.ShouldBeGreaterThan(1000);
        string[] kinds = ["A01", "A02", "A03", "A08", "A11", "A12", "A13", "A17", "A20", "A21", "A22"];
        kinds.Except(sent.Select(each => each.Message.Event)).ShouldBeEmpty();
        sent.Select(each => each.Message.Control).Distinct().Count().ShouldBeLessThan(sent.Count, "some come twice");

        foreach (var order in new[] { sent, [.. sent.AsEnumerable().Reverse()] })
        {
            var feed = new HospitalFeed();
            feed.Take(new(1, new(Begin, "test", Definition: HospitalDemonstration.Definition)));
            foreach (var (index, each) in order.Index())
            {
                feed.Take(new(index + 2, new(Begin.AddHours(30), Message: each.Message)));
            }

            feed.Waiting.ShouldBeEmpty();
            feed.All.Where(visit => visit.Presence == VisitPresence.In).Select(visit => (visit.Reference, visit.Ward!.Name, visit.Bed)).Order()
                .ShouldBe(day.In.Select(each => (each.Reference, each.Ward.Name, each.Bed)).Order());
        }
    }

    [Fact]
    public void GivenTheSameSeed_ThenTheSameMessages()
    {
        new HospitalDay(Begin, Wards(), 1).Until(Begin.AddHours(2)).Select(each => each.Message.Fingerprint())
            .ShouldBe(new HospitalDay(Begin, Wards(), 1).Until(Begin.AddHours(2)).Select(each => each.Message.Fingerprint()));
    }

    [Fact]
    public void GivenTheHospital_ThenItHas600Beds() => HospitalDemonstration.Wards.Sum(ward => ((Beds.DeclareVacancies)ward.First[0]).Lines[0].Total).ShouldBe(600);

    [Fact]
    public void GivenWrittenMessages_WhenRead_ThenAsTheyWereMeant()
    {
        var reader = new AdtReader(new HomeLocalities(new KnownPostcodes()));
        foreach (var sent in new HospitalDay(Begin, Wards(), 1).Until(Begin.AddHours(3)).Take(300))
        {
            Hl7Message.TryRead(AdtWriter.Write(sent.Message), out var message, out _).ShouldBeTrue();
            var read = reader.Read(message!);
            var meant = sent.Message with { Visits = [.. sent.Message.Visits.Zip(read.Visits, (visit, has) => visit with { Age = has.Age })] };
            (read with { Visits = [] }).ShouldBe(meant with { Visits = [] });
            read.Visits.ShouldBe(meant.Visits);
        }
    }

    private static IReadOnlyList<HospitalWard> Wards() =>
        [.. HospitalDemonstration.Wards.Select(ward => new HospitalWard(ward.Key, ward.Key.Name.ToUpperInvariant(), ((Beds.DeclareVacancies)ward.First[0]).Lines[0].Total))];
}
