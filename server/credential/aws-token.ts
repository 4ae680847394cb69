/** What the presigned URL in a token for AWS EKS says. Times in milliseconds since the epoch. */
export interface AwsToken {
  readonly region: string | null;
  readonly signedAt: number | null;
  /** The server takes it for 15 minutes, however long the URL itself is good for. */
  readonly validUntil: number | null;
  /** Whether the signature covers the name of the cluster, as the server wants it. */
  readonly namesCluster: boolean;
}

const minute = 60_000;

/** `undefined` for any other token. */
export function awsToken(token: string): AwsToken | undefined {
  const encoded = /^k8s-aws-v1\.([\w-]+)=*$/.exec(token.trim())?.[1];
  const url = encoded && parsed(Buffer.from(encoded, 'base64url').toString('utf8'));
  if (!url) return undefined;
  const parameters = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const [, , region] = (parameters.get('x-amz-credential') ?? '').split('/');
  const signedAt = timeOf(parameters.get('x-amz-date') ?? '');
  return {
    region: region && /^[a-z0-9-]{1,32}$/.test(region) ? region : null,
    signedAt,
    validUntil: signedAt === null ? null : signedAt + 15 * minute,
    namesCluster: (parameters.get('x-amz-signedheaders') ?? '').split(';').includes('x-k8s-aws-id'),
  };
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** `20300131T180000Z`. */
function timeOf(text: string): number | null {
  const [, year, month, day, hour, min, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${min}:${second}Z`);
  return Number.isNaN(time) ? null : time;
}
