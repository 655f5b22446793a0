using CapacityBoard.Support.Feeds;

namespace CapacityBoard.Feeds;

/// <summary>The same 200 sequences by MLLP and by HTTP, in every dialect of HL7 in turn.</summary>
public sealed class SequencesTests(FeedBoard given) : IClassFixture<FeedBoard>
{
    [Fact]
    public async Task By_MLLP_the_board_is_as_stated()
    {
        using var sender = await MllpSender.Connect(given.Listener);
        foreach (var (index, sequence) in FeedSequence.All.Index())
        {
            var hospital = await given.Hospital($"m{index}");
            foreach (var (number, line) in sequence.Lines.Index())
            {
                var dialect = Hl7Dialect.All[(index + number) % Hl7Dialect.All.Count];
                MllpSender.CodeOf(await sender.Send(dialect.Write(line, $"m{index}"))).ShouldBeOneOf(["AA", "AE"], $"{sequence.Title}: {line} {dialect}");
            }

            await ShouldBeAsStated(sequence, hospital);
        }
    }

    [Fact]
    public async Task By_HTTP_in_the_opposite_order_the_board_is_as_stated()
    {
        foreach (var (index, sequence) in FeedSequence.All.Index())
        {
            var hospital = await given.Hospital($"p{index}");
            foreach (var (number, line) in sequence.Lines.Reverse().Index())
            {
                (await given.Post(hospital, Hl7Dialect.All[(index + number) % Hl7Dialect.All.Count].Write(line, "elsewhere"))).Replace("\0", "", StringComparison.Ordinal).ShouldContain("MSA");
            }

            await ShouldBeAsStated(sequence, hospital);
        }
    }

    private async Task ShouldBeAsStated(FeedSequence sequence, string hospital)
    {
        var view = await given.Feeds.Of(hospital).Read();
        Visit? Find(string reference) => view.Census.FirstOrDefault(visit => visit.Is(reference));
        Census.ShouldBe(sequence, Find, view.Waiting.Length);
        Census.ShouldBe(sequence, Find, await given.ReadWards(hospital));
    }
}
