using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.Import;

/// <summary>
/// Turns a directory received over a connection into a file that can be read repeatedly without being held in memory.
/// </summary>
internal static class BufferedFile
{
    private const int MostInMemory = 1024 * 1024;

    /// <summary>
    /// Reads a whole stream. Beyond a megabyte it uses a temporary file, which is deleted when the result is disposed of.
    /// </summary>
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
