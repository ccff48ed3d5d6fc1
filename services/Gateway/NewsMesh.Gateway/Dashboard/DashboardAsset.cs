using Microsoft.Net.Http.Headers;

namespace NewsMesh.Gateway.Dashboard;

/// <summary>One file of the dashboard; the tag changes with its content.</summary>
internal sealed record DashboardAsset(byte[] Content, string ContentType, EntityTagHeaderValue Tag);
