const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT whose signature is none. */
export function jwt(header: object, claims: object): string {
  const signature = Buffer.from('made up for a test, signs nothing at all').toString('base64url');
  return `${encoded(header)}.${encoded(claims)}.${signature}`;
}

/** A token as `aws eks get-token` makes it; `signedAt` as AWS writes times. */
export function awsUrlToken(what: { region: string; signedAt: string; cluster?: boolean }): string {
  const { region, signedAt, cluster = true } = what;
  const url = new URL(`https://sts.${region}.amazonaws.com/`);
  const parameters = {
    Action: 'GetCallerIdentity',
    Version: '2011-06-15',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `AKIAEXAMPLEEXAMPLE01/${signedAt.slice(0, 8)}/${region}/sts/aws4_request`,
    'X-Amz-Date': signedAt,
    'X-Amz-Expires': '60',
    'X-Amz-SignedHeaders': cluster ? 'host;x-k8s-aws-id' : 'host',
    'X-Amz-Signature': '9f2c'.repeat(16),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return `k8s-aws-v1.${Buffer.from(url.href).toString('base64url')}`;
}
