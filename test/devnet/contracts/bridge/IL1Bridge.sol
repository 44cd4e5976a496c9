// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// What the L1 contracts use of the bridge.
interface IL1Bridge {
    function messenger() external view returns (address);

    function depositERC20ToByChainId(
        uint256 chainId,
        address l1Token,
        address l2Token,
        address to,
        uint256 amount,
        uint32 l2Gas,
        bytes calldata data
    ) external payable;
}
