using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.Import;

/// <summary>A directory that comes over a connection, made a file that can be read more than once without being held in memory.</summary>
internal static class BufferedFile
{
    private const int MostInMemory = 1024 * 1024;

    /// <summary>Reads all of a stream. What is more than a megabyte goes into a temporary file, which is deleted with the answer.</summary>
    public static async Task<Stream> Of(Stream stream, CancellationToken token)
    {
        var file = new FileBufferingReadStream(stream, MostInMemory);
        try
        {
            await file.DrainAsync(token);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return file;
    }
}
