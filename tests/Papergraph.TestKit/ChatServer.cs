using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Papergraph.TestKit;

/// <summary>A server on this computer that answers chat requests as a test says: rightly, wrongly, late, in part or not at all.</summary>
/// <remarks>Speaks as much HTTP/1.1 as such requests need, one request a connection.</remarks>
public sealed class ChatServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<ChatRequest> _requests = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Func<ChatRequest, ChatReply> _answer;

    public ChatServer(Func<ChatRequest, ChatReply> answer)
    {
        _answer = answer;
        _listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    /// <summary>Answers every request with the same.</summary>
    public ChatServer(ChatReply reply) : this(_ => reply)
    {
    }

    /// <summary>Where its API begins.</summary>
    public string Endpoint => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}/v1";

    /// <summary>What was asked until now.</summary>
    public IReadOnlyList<ChatRequest> Requests => [.. _requests];

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
    }

    private void Accept()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                Socket connection = _listener.AcceptSocket();
                new Thread(() => Serve(connection)) { IsBackground = true }.Start();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;     // the listener was closed
            }
        }
    }

    private void Serve(Socket connection)
    {
        using Socket socket = connection;
        try
        {
            ChatRequest request = Read(socket);
            _requests.Enqueue(request);
            Write(socket, _answer(request));
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            // the client went away
        }
    }

    private static ChatRequest Read(Socket socket)
    {
        using NetworkStream stream = new(socket);
        StringBuilder head = new();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal)) head.Append((char)ByteOf(stream));
        string[] lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        byte[] body = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        stream.ReadExactly(body);
        return new ChatRequest(lines[0], headers, Encoding.UTF8.GetString(body));
    }

    private static int ByteOf(Stream stream) =>
        stream.ReadByte() is >= 0 and int read ? read : throw new IOException("The request breaks off.");

    private void Write(Socket socket, ChatReply reply)
    {
        byte[] body = Encoding.UTF8.GetBytes(reply.Body);
        string head = string.Create(
            CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} Status\r\nContent-Length: {body.Length}\r\nConnection: close\r\n");
        foreach ((string name, string value) in reply.Headers) head += $"{name}: {value}\r\n";
        switch (reply.Ending)
        {
            case ChatReply.End.Reset:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return;
            case ChatReply.End.Silence:
                _end.Token.WaitHandle.WaitOne();
                return;
            case ChatReply.End.CutOff:
                socket.Send(Encoding.UTF8.GetBytes(head + "\r\n"));
                socket.Send(body.AsSpan(0, body.Length / 2));
                return;
            default:
                socket.Send(Encoding.UTF8.GetBytes(head + "\r\n"));
                socket.Send(body);
                return;
        }
    }
}
