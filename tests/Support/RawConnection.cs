using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CapacityBoard.Support;

/// <summary>A connection that sends raw bytes and notices when the server hangs up without answering.</summary>
internal sealed class RawConnection(Uri server) : IDisposable
{
    private TcpClient? _client;
    private BufferedStream? _stream;

    /// <summary>Sends a whole request and reads the whole answer.</summary>
    /// <exception cref="IOException">The server hung up before everything was sent or answered.</exception>
    public async Task<RawAnswer> Send(ReadOnlyMemory<byte> request, bool hasNoBody = false)
    {
        var stream = await Open();
        await _client!.GetStream().WriteAsync(request);
        RawAnswer answer;
        do
        {
            answer = await Read(stream, hasNoBody);
        }
        while (answer.Status is >= 100 and < 200);

        if (answer.IsLast)
        {
            Close();
        }

        return answer;
    }

    public void Dispose() => Close();

    private async Task<Stream> Open()
    {
        if (_stream is null)
        {
            _client = new TcpClient { NoDelay = true };
            await _client.ConnectAsync(server.Host, server.Port);
            _stream = new(_client.GetStream());
        }

        return _stream;
    }

    private void Close()
    {
        _client?.Dispose();
        (_stream, _client) = (null, null);
    }

    private static async Task<RawAnswer> Read(Stream stream, bool hasNoBody)
    {
        var first = await Line(stream);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await Line(stream) is { Length: > 0 } line)
        {
            headers[line.Split(':')[0]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }

        var status = int.Parse(first.Split(' ')[1], CultureInfo.InvariantCulture);
        var body = hasNoBody || status is < 200 or 204 or 304 ? "" : await Body(stream, headers);
        return new(status, headers, body);
    }

    private static async Task<string> Body(Stream stream, Dictionary<string, string> headers)
    {
        if (headers.TryGetValue("Content-Length", out var length))
        {
            return await Text(stream, int.Parse(length, CultureInfo.InvariantCulture));
        }

        if (!headers.ContainsKey("Transfer-Encoding"))
        {
            return await new StreamReader(stream).ReadToEndAsync();
        }

        var body = new StringBuilder();
        for (string chunk; (chunk = await Text(stream, int.Parse(await Line(stream), NumberStyles.HexNumber, CultureInfo.InvariantCulture))).Length > 0;)
        {
            body.Append(chunk);
            await Line(stream);
        }

        await Line(stream);
        return body.ToString();
    }

    private static async Task<string> Text(Stream stream, int length)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static async Task<string> Line(Stream stream)
    {
        var (line, one) = (new StringBuilder(), new byte[1]);
        while (line is not [.., '\n'])
        {
            await stream.ReadExactlyAsync(one);
            line.Append((char)one[0]);
        }

        return line.ToString().TrimEnd('\r', '\n');
    }
}

/// <param name="Headers">The last value of each header.</param>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>True if the server says that it takes no more requests on this connection.</summary>
    public bool IsLast => Headers.TryGetValue("Connection", out var connection) && connection.Equals("close", StringComparison.OrdinalIgnoreCase);
}
