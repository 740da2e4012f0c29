using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Seminar.Load;

/// <summary>
/// What the product is measured against: bare Kestrel that commits each note to SQLite (WAL, synchronous=FULL, group commit)
/// before acknowledging it, and tells the board's subscribers by Server-Sent Events. No roles, no phases, no replay.
/// </summary>
internal static class Yardstick
{
    public const string Argument = "yardstick";

    public static async Task ServeAsync(string file, string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var boards = Enumerable.Range(0, 8).Select(_ => new Board()).ToArray();
        using var writer = new Writer(file);
        app.MapPost("/{board:int}/notes", async (int board, HttpContext context) =>
        {
            var note = await JsonSerializer.DeserializeAsync<Note>(context.Request.Body, JsonSerializerOptions.Web);
            await writer.WriteAsync(new Written(board, note!, boards[board]));
            await context.Response.WriteAsync("{\"n\":1}");
        });
        app.MapGet("/{board:int}/flux", async (int board, HttpContext context) =>
        {
            context.Response.ContentType = "text/event-stream";
            var queue = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
            boards[board].Enter(queue);
            await context.Response.BodyWriter.FlushAsync();
            try
            {
                while (await queue.Reader.WaitToReadAsync(context.RequestAborted))
                {
                    while (queue.Reader.TryRead(out var bytes))
                    {
                        context.Response.BodyWriter.Write(bytes);
                    }

                    await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
                }
            }
            catch (OperationCanceledException)
            {
                boards[board].Leave(queue);
            }
        });
        await app.RunAsync();
    }

    private static void Write(this System.IO.Pipelines.PipeWriter writer, byte[] bytes) => System.Buffers.BuffersExtensions.Write(writer, bytes);

    private sealed record Note(string Id, string Text);

    private sealed record Written(int Place, Note Note, Board Board)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Board
    {
        private readonly Lock _lock = new();
        private readonly List<Channel<byte[]>> _readers = [];
        private int _sequence;

        public void Enter(Channel<byte[]> reader)
        {
            lock (_lock)
            {
                _readers.Add(reader);
            }
        }

        public void Leave(Channel<byte[]> reader)
        {
            lock (_lock)
            {
                _readers.Remove(reader);
            }
        }

        public void Tell(Note note)
        {
            lock (_lock)
            {
                var bytes = Encoding.UTF8.GetBytes($"id: {++_sequence}\ndata: {{\"id\":\"{note.Id}\",\"text\":\"{note.Text}\"}}\n\n");
                foreach (var reader in _readers)
                {
                    reader.Writer.TryWrite(bytes);
                }
            }
        }
    }

    private sealed class Writer : IDisposable
    {
        private readonly Channel<Written> _queue = Channel.CreateBounded<Written>(4096);
        private readonly SqliteConnection _connection;

        public Writer(string file)
        {
            _connection = new SqliteConnection($"Data Source={file}");
            _connection.Open();
            Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS note (sequence INTEGER PRIMARY KEY, board INTEGER, id TEXT UNIQUE, text TEXT) STRICT");
            new Thread(Drain) { IsBackground = true }.Start();
        }

        public async Task WriteAsync(Written note)
        {
            await _queue.Writer.WriteAsync(note);
            await note.Done.Task;
        }

        public void Dispose() => _connection.Dispose();

        private void Drain()
        {
            using var insert = _connection.CreateCommand();
            insert.CommandText = "INSERT INTO note (board, id, text) VALUES ($board, $id, $text)";
            var board = insert.Parameters.Add("$board", SqliteType.Integer);
            var id = insert.Parameters.Add("$id", SqliteType.Text);
            var text = insert.Parameters.Add("$text", SqliteType.Text);
            var batch = new List<Written>(256);
            while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                Execute("BEGIN IMMEDIATE");
                while (batch.Count < 256 && _queue.Reader.TryRead(out var note))
                {
                    (board.Value, id.Value, text.Value) = (note.Place, note.Note.Id, note.Note.Text);
                    insert.ExecuteNonQuery();
                    batch.Add(note);
                }

                Execute("COMMIT");
                foreach (var note in batch)
                {
                    note.Board.Tell(note.Note);
                    note.Done.SetResult();
                }

                batch.Clear();
            }
        }

        private void Execute(string sql)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
