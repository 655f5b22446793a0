namespace CapacityBoard.Access.Schemes;

internal static class CallerFeature
{
    /// <summary>The request's caller; null if it is not authenticated.</summary>
    public static Caller? Caller(this HttpContext http) => http.Features.Get<Caller>();

    public static void SetCaller(this HttpContext http, Caller? caller) => http.Features.Set(caller);
}
