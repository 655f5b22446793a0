namespace CapacityBoard.Fuzz;

/// <summary>What clients send by mistake or on purpose.</summary>
internal static class OddValues
{
    public static readonly string[] Texts =
    [
        "", " ", "\u0000", "\ud800", "null", "S-1", "Mary Smith", "a\r\nb", "\u202Eeno", "\u200B", "🛏️", "ﷺ", "\uFEFF", "%00", "../../etc/passwd", "' OR 1=1 --", "<img src=x>", "=1+1", "{0}", "${x}",
        "stockport", "stockport/the-limes", "stockport/stepping-hill/a1", "STOCKPORT/THE-LIMES", "//", "/", "*", "a/b/c/d", "0001-01-01", "9999-12-31", "2026-02-30", "9999-12-31T23:59:59.9999999Z",
        "0001-01-01T00:00:00+14:00", "2026-01-31T17:30:00+99:00", "-1", "0", "2147483648", "1e400", "NaN", "١٢", new('x', 101), new('x', 5000), new('/', 300),
    ];

    /// <summary>As JSON.</summary>
    public static readonly string[] Json =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "2000", "2001", "1.5", "1e2", "1e400", "2147483647", "2147483648", "-9223372036854775809", "99999999999999999999999999", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"",
        "[]", "[null]", "[[]]", "{}", "{\"a\":{}}", "{\"$type\":\"x\"}", "[{},{},{}]", "NaN", "-", "'x'", "undefined", "\"\\q\"", "/* */ 1",
    ];

    /// <summary>As they stand in an address.</summary>
    public static readonly string[] InAddresses =
    [
        "", "%", "%zz", "%00", "%2f", "%2e%2e", "..", ".", "%c3%28", "%ed%a0%80", "%F0%9F%9B%8F", "%u0041", "+", "a%0d%0ab", "%25", "STOCKPORT", "the-limes", "a1", "stockport", new('x', 300), "a;b", "a:b", "a,b", "a|b", "~", "*", "!", "$", "[", "-", "nowhere",
        "0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00%2B14:00", "2026-11-01", "true", "-1", "99999999999999999999",
    ];

    public static readonly string[] ContentTypes =
    [
        "", "application/json; charset=bogus", "application/json; charset=utf-7", "application/json; charset=\"\"", "application/json; charset=utf-16", "application/json; charset=utf-32", "application/json; charset=iso-8859-1",
        "application/json; charset=\"utf-8\"; charset=bogus", "application/json;;;", "application/json; charset", "application/merge-patch+json", "APPLICATION/JSON", "application/json, text/plain", "text/json", "*/*", "/", "json", ";", "\u00e9",
        "text/csv", "text/csv; charset=bogus", "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x", "multipart/form-data; boundary=\"" + new string('x', 100) + "\"",
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=bogus", "application/octet-stream", "application/json; charset=" + new string('x', 2000),
    ];

    public static readonly string[] Headers =
    [
        "Content-Encoding: gzip", "Content-Encoding: bogus", "Accept: text/html", "Accept: ;;;", "Accept: application/x-ndjson", "Accept-Encoding: bogus, gzip;q=9", "Accept-Language: \u00e9", "Accept-Charset: bogus", "Origin: null", "Origin: http://elsewhere.example",
        "Origin: ::::", "X-Forwarded-For: bogus", "X-Forwarded-For: 1.2.3.4, [::1]:99999", "X-Forwarded-Proto: bogus", "X-Forwarded-Host: elsewhere.example", "Forwarded: for=\"_x\"", "Cookie: capacity-board=bogus", "Cookie: =; ;;", "Cookie: a=\u00e9",
        "If-None-Match: bogus", "If-Modified-Since: yesterday", "If-Match: *", "Range: bytes=0-1", "Range: bytes=9-1,x", "Upgrade: websocket", "Upgrade: h2c", "Connection: upgrade", "X-HTTP-Method-Override: DELETE", "traceparent: 00-0-0-0",
        "traceparent: \u00e9", "tracestate: ===", "baggage: \u00e9==", "Expect: bogus", "Authorization: Basic eDp4", "Content-MD5: x", "Date: never", "Referer: ::", "User-Agent: ", "Priority: u=99", "Sec-Fetch-Site: cross-site", "Sec-WebSocket-Key: x",
        "X-Long: " + new string('x', 8000), "Accept-Encoding: " + string.Join(',', Enumerable.Repeat("gzip", 500)), "HX-Request: true", "RequestVerificationToken: bogus", "X-Requested-With: XMLHttpRequest", "Last-Event-ID: \u00e9", "TE: trailers", "Trailer: X", "DNT: 1",
    ];

    public static readonly string[] Operations = ["", " ", "7d1c", "again", "a/1", "a/b/c", "\u00e9", new('k', 100), new('k', 101), new('k', 4000), "a, b", "\"quoted\"", "\t", "for-w-1", "for-w-1/from"];

    public static T Of<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    public static bool Chance(this Random random, double share) => random.NextDouble() < share;
}
