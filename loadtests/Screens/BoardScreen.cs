using System.Buffers.Text;
using CapacityBoard.Api;
using CapacityBoard.Board;
using CapacityBoard.Processes;
using CapacityBoard.Scenarios;
using MessagePack;

namespace CapacityBoard.Screens;

/// <summary>
/// A screen of the board. An update's number is sent as the name of who declared it, so a row with a later number shows that the
/// earlier updates have arrived too.
/// </summary>
/// <param name="before">The screen that it is after its connection broke; null for one that is opened anew.</param>
internal sealed class BoardScreen(Uri server, string locality, Sent sent, BoardScreen? before = null) : Screen(server, sent)
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource _watches = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _version = before?._version ?? 0;
    private long _at = before?._at ?? 0;

    /// <summary>The number of updates that did not follow on from what the screen showed.</summary>
    public int Gaps { get; private set; }

    /// <summary>Of pushes.</summary>
    public int Rows { get; private set; }

    public override async Task Watch()
    {
        var socket = await Open(ProgramPaths.Hub, MachineKey.Header.ToString());
        await socket.Invoke(nameof(BoardHub.Watch), locality, before?._version, before?._at);
        await (await Task.WhenAny(_watches.Task, Reading)).WaitAsync(LongestAnswer);
    }

    protected override void Receive(ReadOnlyMemory<byte> message, long now)
    {
        if (HubMessage.IsPush(message, out var push))
        {
            NotePush(message.Length);
            Rows += Take(ref push, now);
        }
        else if (HubMessage.IsAnswer(message, out var answer, out var isError))
        {
            Complete(ref answer, isError);
        }
    }

    private void Complete(ref MessagePackReader answer, bool isError)
    {
        if (isError)
        {
            _watches.TrySetException(new InvalidOperationException(answer.ReadString()));
            return;
        }

        Take(ref answer, at: null);
        _watches.TrySetResult();
    }

    /// <summary>Reads a <see cref="BoardUpdate"/> as <see cref="BoardUpdateFormatter"/> writes it, as far as the load needs it.</summary>
    /// <param name="at">When it came; null for an answer, which may show updates of an earlier load.</param>
    private int Take(ref MessagePackReader reader, long? at)
    {
        reader.ReadArrayHeader();
        reader.Skip();
        var (from, version) = (reader.ReadInt64(), reader.ReadInt64());
        Gaps += from > _version && _version > 0 ? 1 : 0;
        _version = Math.Max(_version, version);
        _at = reader.ReadInt64();
        var rows = reader.ReadArrayHeader();
        for (var row = 0; row < rows; row++)
        {
            TakeRow(ref reader, at);
        }

        return rows;
    }

    private void TakeRow(ref MessagePackReader reader, long? at)
    {
        var fields = reader.ReadArrayHeader();
        var home = LoadHomes.IndexOf(Text(ref reader));
        reader.Skip(2);
        if (!reader.TryReadNil())
        {
            reader.ReadArrayHeader();
            reader.Skip();
            if (Utf8Parser.TryParse(Text(ref reader), out int update, out _) && home is { } known && at is { } now)
            {
                Note(known, update, now);
            }
        }

        reader.Skip(fields - 4);
    }

    private static ReadOnlySpan<byte> Text(ref MessagePackReader reader) =>
        reader.TryReadStringSpan(out var text) ? text : throw new InvalidOperationException("A text was expected.");
}
