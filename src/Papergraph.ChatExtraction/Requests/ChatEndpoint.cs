using System.Net;
using System.Net.Http.Headers;

namespace Papergraph.ChatExtraction;

/// <summary>One server: sends it requests, one attempt each, and says how that ended.</summary>
/// <remarks>Sends nothing anywhere else: redirects are not followed, cookies not kept, a server on this computer is not asked by way of a
/// proxy.</remarks>
internal sealed class ChatEndpoint : IDisposable
{
    private const int LargestAnswer = 4 << 20;
    private const string Operation = "/chat/completions";

    // A server that asks for more is as good as gone.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly HttpClient _client;
    private readonly Uri _address;
    private readonly ApiKey? _key;
    private readonly TimeProvider _time;

    public ChatEndpoint(ChatSettings settings, TimeProvider time)
    {
        _address = AddressOf(settings);
        _key = settings.Key;
        _time = time;
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !_address.IsLoopback,
            MaxConnectionsPerServer = settings.Concurrency,
        };
        _client = new HttpClient(handler)
        {
            Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds),
            MaxResponseContentBufferSize = LargestAnswer,
        };
        if (_key is not null) _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _key.Secret);
    }

    /// <summary>Its address without a query, which may hold secrets.</summary>
    public string Name => _address.GetLeftPart(UriPartial.Path);

    public Reply Post(byte[] body, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using HttpResponseMessage response = _client.Send(request, cancellation);
            return Read(response);
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError switch
            {
                HttpRequestError.ConfigurationLimitExceeded => new Reply(ReplyKind.TooLarge, ""),
                HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError => new Reply(ReplyKind.Unreachable, e.Message),
                _ => new Reply(ReplyKind.Passing, "the connection broke off"),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Reply(ReplyKind.Passing, $"no complete answer within {_client.Timeout.TotalSeconds} s");
        }
    }

    public void Dispose() => _client.Dispose();

    private Reply Read(HttpResponseMessage response)
    {
        using StreamReader reader = new(response.Content.ReadAsStream());
        string body = reader.ReadToEnd();
        if (_key is not null) body = _key.Redact(body);
        if (response.IsSuccessStatusCode) return new Reply(ReplyKind.Answer, body, response.StatusCode);
        TimeSpan? wait = WaitAskedFor(response.Headers.RetryAfter);
        bool isPassing = response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or >= HttpStatusCode.InternalServerError;
        bool isWorthWaiting = !(wait > LongestWait) && !body.Contains("insufficient_quota", StringComparison.Ordinal);
        return new Reply(isPassing && isWorthWaiting ? ReplyKind.Passing : ReplyKind.Refusal, body, response.StatusCode, wait);
    }

    // RFC 9110 §10.2.3: seconds, or a date.
    private TimeSpan? WaitAskedFor(RetryConditionHeaderValue? header)
    {
        TimeSpan? wait = header?.Delta ?? header?.Date - _time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static Uri AddressOf(ChatSettings settings)
    {
        string given = settings.Endpoint ?? "";
        bool isAddress = Uri.TryCreate(given, UriKind.Absolute, out Uri? uri) && uri.UserInfo.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
        if (!isAddress) throw ChatErrors.NoEndpoint(WithoutSecrets(given));
        if (uri!.Scheme == Uri.UriSchemeHttp && !uri.IsLoopback && !settings.AllowHttp)
            throw ChatErrors.NotEncrypted(uri.GetLeftPart(UriPartial.Path));
        string path = uri.AbsolutePath.TrimEnd('/');
        if (!path.EndsWith(Operation, StringComparison.Ordinal)) path += Operation;
        return new UriBuilder(uri) { Path = path, Fragment = "" }.Uri;
    }

    // What stands before an @ may be a password, what stands behind a question mark a key.
    private static string WithoutSecrets(string address) => address[(address.LastIndexOf('@') + 1)..].Split('?')[0];
}
