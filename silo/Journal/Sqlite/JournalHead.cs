using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace CapacityBoard.Journal.Sqlite;

/// <summary>
/// The last entry that was recorded, in a file beside the journal: where the journal's own files lost their end, as when a
/// write-ahead log is damaged or taken away, SQLite opens what is left and says nothing.
/// </summary>
/// <remarks>It is written after each commit and not synchronised: after a loss of power it may name an earlier entry, never a later one.</remarks>
internal sealed class JournalHead : IDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "journal.head";

    private const int Length = sizeof(long) + SHA256.HashSizeInBytes;

    private readonly SafeFileHandle _file;

    private JournalHead(SafeFileHandle file) => _file = file;

    public static JournalHead Open(string file) => new(File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));

    /// <summary>What a journal's server noted last, which may be running; null where it noted nothing.</summary>
    public static JournalHeadNote? ReadBeside(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        using var head = new JournalHead(File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return head.Read();
    }

    /// <summary>What was noted last; null in a new file.</summary>
    public JournalHeadNote? Read()
    {
        Span<byte> bytes = stackalloc byte[Length];
        return RandomAccess.Read(_file, bytes, 0) < Length ? null : new(BinaryPrimitives.ReadInt64BigEndian(bytes), HashIn(bytes[sizeof(long)..]));
    }

    public void Write(long position, byte[]? hash)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, position);
        hash?.CopyTo(bytes[sizeof(long)..]);
        try
        {
            RandomAccess.Write(_file, bytes, 0);
        }
        catch (IOException)
        {
            // What it notes is durable: a full disk must not make of that a failure.
        }
    }

    public void Dispose() => _file.Dispose();

    private static byte[]? HashIn(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)0) < 0 ? null : bytes.ToArray();
}
