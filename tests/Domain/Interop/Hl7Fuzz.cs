using CapacityBoard.Feeds;
using CapacityBoard.Postcodes;
using CapacityBoard.Support.Feeds;

namespace CapacityBoard.Interop.Hl7;

/// <summary>Whatever bytes come, reading them never throws, and there is an answer that can be read.</summary>
public sealed class Hl7Fuzz
{
    private const int Mutations = 1_000_000;

    private static readonly byte[][] Seeds = [.. FeedSequence.All.SelectMany(each => each.Lines).DistinctBy(line => line.Event).Select((line, index) => Hl7Dialect.All[index % Hl7Dialect.All.Count].Write(line))];

    private static readonly byte[][] Pieces = [[0x0B], [0x1C], [0x0D], [0x0A], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3, 0x28], "|"u8.ToArray(), "^"u8.ToArray(), "\\"u8.ToArray(), "\\X"u8.ToArray(), "MSH|^~\\&|"u8.ToArray(), "\"\""u8.ToArray(), "99999999999999"u8.ToArray(), [0]];

    [Fact]
    public void GivenAMillionMutations_ThenNothingIsThrownAndEachIsAnswered()
    {
        Seeds.Length.ShouldBeGreaterThan(25);
        var read = 0;
        Parallel.For(0, Environment.ProcessorCount, part =>
        {
            var reader = new AdtReader(new HomeLocalities(new KnownPostcodes()));
            var random = new Random(part);
            for (var number = part; number < Mutations; number += Environment.ProcessorCount)
            {
                var bytes = Mutate(random);
                try
                {
                    if (Hl7Message.TryRead(bytes, out var message, out _))
                    {
                        Interlocked.Increment(ref read);
                        Walk(message, reader);
                    }
                }
                catch (Exception thrown)
                {
                    throw new InvalidOperationException($"Mutation {number}: {Convert.ToHexString(bytes)}", thrown);
                }
            }
        });
        read.ShouldBeGreaterThan(Mutations / 10);
    }

    private static void Walk(Hl7Message message, AdtReader reader)
    {
        var adt = reader.Read(message);
        FeedMapping.Read(adt, FeedSequence.Evening, FeedSequence.Definition).ShouldNotBeNull();
        var answer = new Hl7Acknowledgement(AcknowledgementCode.AE, "204", "Why").Write(message, FeedSequence.Evening);
        if (!Hl7Message.TryRead(answer, out var back, out _) || back.First("MSA")[1].Component(1) != "AE")
        {
            throw new InvalidOperationException($"The answer cannot be read: {Convert.ToHexString(answer)}");
        }
    }

    private static byte[] Mutate(Random random)
    {
        var bytes = Seeds[random.Next(Seeds.Length)].ToList();
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 40)));
                    break;
                case 2:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 60))));
                    break;
                case 4:
                    var other = Seeds[random.Next(Seeds.Length)];
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.AddRange(other.AsSpan(random.Next(other.Length)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
