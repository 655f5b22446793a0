namespace CapacityBoard.Access.Schemes;

internal static class CallerFeature
{
    /// <summary>Who a request is from; null where it says so in no way that is good.</summary>
    public static Caller? Caller(this HttpContext http) => http.Features.Get<Caller>();

    public static void SetCaller(this HttpContext http, Caller? caller) => http.Features.Set(caller);
}
