using Dapper;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

internal sealed class RemoveQuoteHandler(IModuleDatabase database) : IRequestHandler<RemoveQuote, bool>
{
    public Task<bool> Handle(RemoveQuote request, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            "DELETE FROM quote WHERE speaker = @Speaker AND text = @Text", new { request.Quote.Speaker, request.Quote.Text }) > 0,
        cancellationToken);
}
