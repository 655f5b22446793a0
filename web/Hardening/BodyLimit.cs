using Microsoft.AspNetCore.Http.Features;

namespace CapacityBoard.Hardening;

/// <summary>
/// Limits how much of a request's body is read, in place of Kestrel. Kestrel would close the connection of a client that sends
/// too much: either while it still sends, so that it never sees the answer, or after an answer that did not need the body, so
/// that its next request is lost. Kestrel reads and discards, for a few seconds, what nobody reads of this stream.
/// </summary>
internal sealed class BodyLimit(Stream body, long? length, long? most) : Stream, IHttpMaxRequestBodySizeFeature
{
    private long _read;

    public bool IsReadOnly { get; private set; }

    public long? MaxRequestBodySize { get; set; } = most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static Task Take(HttpContext http, RequestDelegate next)
    {
        var features = http.Features;
        if (features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false
            && features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kestrel)
        {
            var limited = new BodyLimit(http.Request.Body, http.Request.ContentLength, kestrel.MaxRequestBodySize);
            kestrel.MaxRequestBodySize = null;
            features.Set<IHttpMaxRequestBodySizeFeature>(limited);
            http.Request.Body = limited;
        }

        return next(http);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        IsReadOnly = true;
        Check(length);
        var read = await body.ReadAsync(buffer, cancellationToken);
        _read += read;
        Check(_read);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private void Check(long? size)
    {
        if (size > MaxRequestBodySize)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }
    }
}
