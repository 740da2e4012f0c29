using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Features.LiveFeed;

/// <summary>The feed of a board as Server-Sent Events: what came after <c>Last-Event-ID</c> (or <c>?depuis=</c>), then what comes.</summary>
internal static class FeedEndpoint
{
    // More than this is read faster as a whole.
    private const int MostReplayed = 2000;

    // A slower subscriber is told to read the board again.
    private const int LongestLag = 2000;

    // Whoever may no longer read is gone by then: a connection is let in anew.
    private static readonly TimeSpan LongestStay = TimeSpan.FromMinutes(15);

    private static readonly byte[] Hello = "retry: 1500\n\n"u8.ToArray();

    public static async Task ServeAsync(HttpContext context, BoardFeed feed, BoardAuthor? author, TimeProvider clock)
    {
        var cancel = context.RequestAborted;
        var reader = Sight.Of(author);
        var after = LastKnown(context.Request);
        var batch = await feed.EnterAsync(after ?? 0, cancel);
        Begin(context.Response);
        await CatchUpAsync(context, feed, reader, batch, after ?? batch.Last, cancel);
        await context.Response.BodyWriter.FlushAsync(cancel);

        feed.Presence.Enter(reader.Group);
        try
        {
            await FollowAsync(context, batch, reader, clock.GetUtcNow() + LongestStay, clock, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // They left.
        }
        finally
        {
            feed.Presence.Leave(reader.Group);
        }
    }

    private static void Begin(HttpResponse response)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.BodyWriter.Write(Hello);
    }

    private static async Task CatchUpAsync(HttpContext context, BoardFeed feed, Sight reader, FeedBatch batch, long after, CancellationToken cancel)
    {
        if (after > batch.Last || batch.Last - after > MostReplayed)
        {
            Reset(context.Response, batch.Last);
            return;
        }

        if (after < batch.Last)
        {
            if (await feed.ReplayAsync(after, batch.Last, cancel) is not { } events)
            {
                Reset(context.Response, batch.Last);
                return;
            }

            foreach (var each in events)
            {
                context.Response.BodyWriter.Write(each.For(reader));
            }
        }
    }

    private static async Task FollowAsync(HttpContext context, FeedBatch batch, Sight reader, DateTimeOffset until, TimeProvider clock, CancellationToken cancel)
    {
        var output = context.Response.BodyWriter;
        while (clock.GetUtcNow() < until)
        {
            // Without a registration for each wait: an idle subscriber costs next to nothing.
            var next = batch.Next.IsCompleted ? await batch.Next : await batch.Next.WaitAsync(cancel);
            if (next is null)
            {
                return;
            }

            var lag = 0;
            while (next is not null)
            {
                batch = next;
                lag += batch.Count;
                if (lag <= LongestLag)
                {
                    batch.WriteTo(output, reader);
                }

                next = batch.Next.IsCompletedSuccessfully ? await batch.Next : null;
            }

            if (lag > LongestLag)
            {
                Reset(context.Response, batch.Last);
            }

            if ((await output.FlushAsync(cancel)).IsCompleted)
            {
                return;
            }
        }
    }

    /// <summary>Tells a subscriber to read the board again.</summary>
    private static void Reset(HttpResponse response, long last) =>
        response.BodyWriter.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {last}\ndata: {{\"n\":{last},\"by\":\"{Guid.Empty}\",\"reset\":true}}\n\n")));

    private static long? LastKnown(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : request.Query["depuis"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? last
            : null;
}
